package org.ara.sip.peer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ara.config.Category;
import org.ara.config.Variable;
import org.ara.config.option.Option;
import org.ara.config.option.OptionTable.Unknown;

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
