package org.ara.driver.sql;

import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import java.util.function.Consumer;
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
   * Runs a query whose rows are not held together; the deadlines of statements start anew as long
   * as rows keep coming.
   *
   * @param rows takes each in
   */
  void scan(String sql, Consumer<Row> rows, @Nullable String... values) throws SQLException;

  /**
   * Runs a change, durably.
   *
   * @return how many rows were changed
   */
  int change(String sql, @Nullable String... values) throws SQLException;

  /**
   * Runs statements of this session as one transaction.
   *
   * @param work tells whether what it did is to be committed; if it throws, nothing is
   * @return what the work told
   */
  default boolean transaction(Transaction work) throws SQLException {
    throw new SQLFeatureNotSupportedException("no transactions of several statements");
  }

  /** What happens in a transaction. */
  @FunctionalInterface
  interface Transaction {
    boolean run() throws SQLException;
  }
}
