package org.ara.server.tool.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.ara.driver.sql.Database;
import org.ara.driver.sql.schema.MappedSchema;
import org.ara.driver.sql.schema.WellKnownTables;

/**
 * A table of a database, and who is kept in it.
 *
 * @param database where it is
 * @param table as written in the mappings
 * @param families the families mapped to it, at least one
 */
public record Target(Database database, String table, List<String> families) {

  public Target {
    families = List.copyOf(families);
  }

  /** The well-known table it should be like; empty if there is none. */
  public Optional<String> wellKnown() {
    String plain = table.substring(table.indexOf('.') + 1);
    return families.stream()
        .flatMap(family -> WellKnownTables.like(family, plain).stream())
        .findFirst();
  }

  /** Whether the table exists. */
  public boolean exists(Connection connection) throws SQLException {
    return schema(connection).found().isPresent();
  }

  /** The table's name as statements have it. */
  public String sqlName(Connection connection) throws SQLException {
    return schema(connection).sqlName();
  }

  /** The table beside the well-known one, by way of a connection to its database. */
  public MappedSchema schema(Connection connection) {
    return new MappedSchema(connection, database.flavour(), table, wellKnown());
  }
}
