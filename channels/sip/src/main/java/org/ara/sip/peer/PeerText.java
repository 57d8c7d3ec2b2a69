package org.ara.sip.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ara.config.Category;
import org.ara.config.Origin;
import org.ara.config.Variable;
import org.ara.config.option.Option;
import org.ara.config.option.OptionTable.Unknown;
import org.ara.realtime.ListValue;
import org.ara.realtime.Row;

/**
 * A peer as it is written somewhere, before anything is made of it: the one form in which sections
 * and rows reach the {@link PeerBuilder}.
 *
 * @param name the peer's name
 * @param realtime whether it is a row
 * @param scope what it is called in complaints: {@code [bob]} or {@code row name='bob'}
 * @param entries options and values, in the order in which they count
 * @param unknown what to do with names that are no options
 * @param userColumn defaultuser or username, whichever the table has
 */
record PeerText(
    String name,
    boolean realtime,
    String scope,
    List<Variable> entries,
    Unknown unknown,
    String userColumn) {

  private static final Set<Option<?>> FIRST =
      Set.of(PeerOptions.DISALLOW, PeerOptions.DENY, PeerOptions.CONTACT_DENY);

  /** A section of {@code sip.conf}; its lines count in the order they stand. */
  static PeerText of(Category section) {
    return new PeerText(
        section.name(),
        false,
        "[" + section.name() + "]",
        section.variables(),
        Unknown.WARNED,
        "defaultuser");
  }

  /**
   * A row. The order of its columns does not count: what takes away is applied before what gives.
   *
   * @param place driver and family, to stand before the column's name in complaints
   */
  static PeerText of(String name, Row row, String place) {
    List<Variable> first = new ArrayList<>();
    List<Variable> rest = new ArrayList<>();
    for (int i = 0; i < row.columns().size(); i++) {
      String stored = row.stored(i);
      String column = row.columns().name(i);
      if (stored != null && !stored.isBlank()) {
        Optional<Option<?>> option = PeerOptions.TABLE.option(column);
        boolean list = option.map(Option::isRepeatable).orElse(false);
        List<String> values = list ? ListValue.split(stored) : List.of(ListValue.decode(stored));
        Origin origin = new Origin(place + '.' + column, 0);
        List<Variable> to = option.filter(FIRST::contains).isPresent() ? first : rest;
        values.forEach(value -> to.add(new Variable(column, value, origin)));
      }
    }
    first.addAll(rest);
    boolean oldName =
        row.columns().indexOf("username") >= 0 && row.columns().indexOf("defaultuser") < 0;
    return new PeerText(
        name,
        true,
        "row name='" + name + "'",
        first,
        Unknown.IGNORED,
        oldName ? "username" : "defaultuser");
  }

  /** The first of these options whose value cannot be used at all, as a complaint. */
  Optional<String> fatal(Set<Option<?>> strict) {
    for (Variable entry : entries) {
      Optional<Option<?>> option = PeerOptions.TABLE.option(entry.name()).filter(strict::contains);
      if (option.isPresent() && option.get().type().parse(entry.value()).isEmpty()) {
        String shown = option.get().type().isSecret() ? "the value" : "'" + entry.value() + "'";
        String field = realtime ? "" : scope + ' ' + entry.name() + ": ";
        return Optional.of(
            entry.origin()
                + ": "
                + field
                + shown
                + " is not "
                + option.get().type().expected()
                + "; "
                + scope
                + " set aside");
      }
    }
    return Optional.empty();
  }
}
