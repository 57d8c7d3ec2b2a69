package org.ara.driver.sql.mysql;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ara.driver.sql.DescribedTable;
import org.ara.driver.sql.ManyStatement;
import org.ara.driver.sql.SqlColumn;
import org.jspecify.annotations.Nullable;

/**
 * A lookup of many keys as a join of the keys, numbered, with the table: the server alone knows
 * which keys it calls equal, so each row comes with the number of the key that found it.
 */
final class JoinedSelect implements ManyStatement {

  private final BoundTable bound;

  JoinedSelect(DescribedTable table, List<SqlColumn> keys) {
    this.bound =
        new BoundTable(
            keys.stream().map(ColumnType::asKeyOf).toList(),
            // In this order whatever the optimizer believes: a probe of the index for each key.
            ara ->
                "SELECT ara.n, t.* FROM %s STRAIGHT_JOIN %s t ON %s"
                    .formatted(ara, table.sqlName(), condition(keys, 0)));
  }

  /**
   * Where rows of the table have the keys bound.
   *
   * @param first which column of the bound table holds the first key
   */
  static String condition(List<SqlColumn> keys, int first) {
    return IntStream.range(0, keys.size())
        .mapToObj(i -> "t." + keys.get(i).sqlName() + " = ara.v" + (first + i))
        .collect(Collectors.joining(" AND "));
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
  public boolean tellsPlaces() {
    return true;
  }
}
