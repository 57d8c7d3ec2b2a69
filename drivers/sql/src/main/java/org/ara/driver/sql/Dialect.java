package org.ara.driver.sql;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.ara.realtime.Condition.Operator;
import org.ara.realtime.Requirement;

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

  /**
   * A statement that looks up many keys at once.
   *
   * @param keys the columns compared for equality
   * @param limit the most rows wanted for each key, 0 for all
   * @return empty where asking one by one is as good
   */
  default Optional<ManyStatement> selectMany(
      DescribedTable table, List<SqlColumn> keys, int limit) {
    return Optional.empty();
  }

  /** The most keys for which a statement for many keys pays. */
  default int mostTogether() {
    return 512;
  }

  /** How many statements for many updates of one shape pay at a time. */
  default int updatesAtOnce() {
    return 2;
  }

  /**
   * A statement that updates the rows of many keys at once, all different.
   *
   * @param keys the columns compared for equality
   * @param fields the columns written
   * @return empty where updating one by one is as good
   */
  default Optional<ManyStatement> updateMany(
      DescribedTable table, List<SqlColumn> keys, List<SqlColumn> fields) {
    return Optional.empty();
  }

  /** The statement that adds a column which may be NULL. */
  String addColumn(DescribedTable table, String column, String type);

  /**
   * The type of a column to be added.
   *
   * @param asText whether everything is to be kept as text
   */
  String columnType(Requirement requirement, boolean asText);

  /** How long a text column is made for what needs so many characters: with room to spare. */
  static int roomFor(Requirement requirement) {
    int size = requirement.characters();
    return size < 15 ? Math.max(1, 2 * size) : Math.max(size, Math.min(255, size + size / 2));
  }

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
