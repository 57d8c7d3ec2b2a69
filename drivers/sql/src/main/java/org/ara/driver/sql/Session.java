package org.ara.driver.sql;

import java.sql.SQLException;
import java.util.List;
import org.ara.realtime.Row;
import org.jspecify.annotations.Nullable;

/** A connection lent for one operation. Every value is bound as text; the database converts it. */
public interface Session {

  /**
   * Runs a query.
   *
   * @param sql with a {@code ?} for each value
   * @return all its rows, values as the database prints them
   */
  List<Row> query(String sql, @Nullable String... values) throws SQLException;

  /**
   * Runs a change, durably.
   *
   * @return how many rows were changed
   */
  int change(String sql, @Nullable String... values) throws SQLException;
}
