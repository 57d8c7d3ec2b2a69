package org.ara.driver.sql;

import java.sql.SQLException;
import java.util.Optional;
import org.ara.realtime.Condition.Operator;

/** What one database does differently from the others. Stateless. */
public interface Dialect {

  /**
   * A comparison of a column with one bound text.
   *
   * @return SQL with exactly one {@code ?}; for LIKE, backslash is the escape character
   */
  String comparison(SqlColumn column, Operator operator);

  /**
   * Describes a table.
   *
   * @param table as written in the mapping: a name, or {@code schema.name}; case need not match
   * @return empty if there is no such table
   */
  Optional<DescribedTable> describe(Session session, String table) throws SQLException;

  /** What a failure of this database means. */
  Fault fault(SQLException failure);

  /**
   * Whether values must be checked before they are written, because the database would store
   * anything in any column.
   */
  boolean storesAnything();

  /**
   * Why a column cannot hold a text.
   *
   * @return what it is not, to be read after the value: {@code "is not a integer"}; empty if it
   *     fits
   */
  Optional<String> complaint(Session session, SqlColumn column, String value) throws SQLException;
}
