package org.ara.driver.sql;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.ara.realtime.Row;
import org.jspecify.annotations.Nullable;

/** One statement that does what many of one shape would do. */
public interface ManyStatement {

  /**
   * The text.
   *
   * @param rows how many it is for, from 2 on
   */
  String sql(int rows);

  /**
   * What to bind.
   *
   * @param rows the values that each single statement would have bound: of a lookup its keys, of an
   *     update its fields and then its keys
   */
  @Nullable String[] values(List<@Nullable String[]> rows);

  /**
   * Whether the first column of each row that a lookup finds is no part of it but the place of its
   * key, from 1 on. Otherwise the spelling of the keys tells whose it is.
   */
  default boolean tellsPlaces() {
    return false;
  }

  /**
   * Runs an update: here a statement that returns a row for each row updated, which holds the place
   * of its key, from 1 on.
   *
   * @param rows as for {@link #values}
   * @return how many rows each updated; empty if nothing was, and they have to be run one by one
   */
  default int[] update(Session session, List<@Nullable String[]> rows) throws SQLException {
    int[] counts = new int[rows.size()];
    for (Row row : session.query(sql(rows.size()), values(rows))) {
      counts[Integer.parseInt(Objects.requireNonNull(row.stored(0))) - 1]++;
    }
    return counts;
  }
}
