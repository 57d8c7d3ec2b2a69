package org.ara.sip.peer;

import java.util.ArrayList;
import java.util.List;
import org.ara.config.Origin;
import org.ara.config.Variable;
import org.ara.config.option.Option;
import org.ara.config.option.OptionTable.Unknown;
import org.ara.realtime.Columns;
import org.ara.realtime.ListValue;
import org.ara.realtime.Row;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a table mean to peers: found once for all rows that have the same.
 *
 * <p>The order of the columns does not count: what takes away is applied before what gives.
 */
final class RowLayout {

  private final Columns columns;
  private final String userColumn;
  private final List<Column> inOrder;

  private record Column(int index, String name, Origin origin, boolean list) {}

  /**
   * The meaning of columns.
   *
   * @param place driver and family, to stand before the column's name in complaints
   */
  RowLayout(Columns columns, String place) {
    this.columns = columns;
    boolean oldName = columns.indexOf("username") >= 0 && columns.indexOf("defaultuser") < 0;
    this.userColumn = oldName ? "username" : "defaultuser";
    List<Column> first = new ArrayList<>();
    List<Column> rest = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String name = columns.name(i);
      Option<?> option = PeerOptions.TABLE.option(name).orElse(null);
      Column column =
          new Column(
              i, name, new Origin(place + '.' + name, 0), option != null && option.isRepeatable());
      (takesAway(option) ? first : rest).add(column);
    }
    first.addAll(rest);
    this.inOrder = List.copyOf(first);
  }

  private static boolean takesAway(@Nullable Option<?> option) {
    return option == PeerOptions.DISALLOW
        || option == PeerOptions.DENY
        || option == PeerOptions.CONTACT_DENY;
  }

  /** Whether it is that of these columns. */
  boolean isOf(Columns others) {
    return columns.equals(others);
  }

  /** A row of these columns, as a peer is written. */
  PeerText text(String name, Row row) {
    List<Variable> entries = new ArrayList<>(inOrder.size());
    for (Column column : inOrder) {
      String stored = row.stored(column.index());
      if (stored == null || stored.isBlank()) {
        continue;
      }
      if (column.list()) {
        for (String value : ListValue.split(stored)) {
          entries.add(new Variable(column.name(), value, column.origin()));
        }
      } else {
        entries.add(new Variable(column.name(), ListValue.decode(stored), column.origin()));
      }
    }
    return new PeerText(
        name, true, "row name='" + name + "'", entries, Unknown.IGNORED, userColumn);
  }
}
