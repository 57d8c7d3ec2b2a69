package org.ara.driver.sql.mysql;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ara.driver.sql.DescribedTable;
import org.ara.driver.sql.ManyStatement;
import org.ara.driver.sql.Session;
import org.ara.driver.sql.SqlColumn;
import org.ara.realtime.Row;
import org.jspecify.annotations.Nullable;

/**
 * An update of many rows, each with values of its own, by a join of the values with the table. The
 * server tells only how many rows it found; where that is not all of them, it is asked before the
 * commit which keys there are.
 */
final class JoinedUpdate implements ManyStatement {

  private final BoundTable bound;
  private final BoundTable places;
  private final int fields;

  /**
   * An update by a unique key.
   *
   * @param fields the columns written
   */
  JoinedUpdate(DescribedTable table, List<SqlColumn> keys, List<SqlColumn> fields) {
    List<String> keyValues = keys.stream().map(ColumnType::asKeyOf).toList();
    String assignments =
        IntStream.range(0, fields.size())
            .mapToObj(i -> "t." + fields.get(i).sqlName() + " = ara.v" + i)
            .collect(Collectors.joining(", "));
    this.fields = fields.size();
    this.bound =
        new BoundTable(
            Stream.concat(Collections.nCopies(fields.size(), "?").stream(), keyValues.stream())
                .toList(),
            // Rows are locked in the order of the keys.
            ara ->
                "UPDATE %s STRAIGHT_JOIN %s t ON %s SET %s"
                    .formatted(
                        ara,
                        table.sqlName(),
                        JoinedSelect.condition(keys, fields.size()),
                        assignments));
    this.places =
        new BoundTable(
            keyValues,
            ara ->
                "SELECT ara.n FROM %s STRAIGHT_JOIN %s t ON %s"
                    .formatted(ara, table.sqlName(), JoinedSelect.condition(keys, 0)));
  }

  @Override
  public String sql(int rows) {
    return bound.sql(rows);
  }

  @Override
  public @Nullable String[] values(List<@Nullable String[]> rows) {
    return bound.values(rows, 0);
  }

  @Override
  public int[] update(Session session, List<@Nullable String[]> rows) throws SQLException {
    int[] counts = new int[rows.size()];
    boolean known = session.transaction(() -> update(session, rows, counts));
    return known ? counts : new int[0];
  }

  private boolean update(Session session, List<@Nullable String[]> rows, int[] counts)
      throws SQLException {
    int updated = session.change(sql(rows.size()), values(rows));
    if (updated == counts.length) {
      Arrays.fill(counts, 1);
      return true;
    }
    List<Row> there = session.query(places.sql(rows.size()), places.values(rows, fields));
    for (Row row : there) {
      counts[Integer.parseInt(Objects.requireNonNull(row.stored(0))) - 1] = 1;
    }
    // What was updated is locked and still there. More than that: two keys that are equal to the
    // server, or a row added just now.
    return there.size() == updated;
  }
}
