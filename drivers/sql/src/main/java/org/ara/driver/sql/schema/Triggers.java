package org.ara.driver.sql.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The triggers by which a table tells of its changes. */
public sealed interface Triggers permits PostgresTriggers, MysqlTriggers {

  /**
   * Those of a table.
   *
   * @param schema where it is, its real name
   * @param table its real name
   * @param keyColumns what names its rows; at least one, real names
   * @return empty if changes of this kind of database are seen without triggers
   */
  static Optional<Triggers> of(
      Flavour flavour, String schema, String table, List<String> keyColumns) {
    return switch (flavour) {
      case SQLITE -> Optional.empty();
      case MYSQL -> Optional.of(new MysqlTriggers(schema, table, keyColumns));
      case POSTGRESQL -> Optional.of(new PostgresTriggers(schema, table, keyColumns));
    };
  }

  /** The columns that name a row. */
  List<String> keyColumns();

  /** The statements that make the triggers, or make them anew. */
  List<String> install();

  /** The statements that take the triggers away. */
  List<String> remove();

  /** Whether exactly these triggers are there and work. */
  boolean areInstalled(Connection connection) throws SQLException;
}
