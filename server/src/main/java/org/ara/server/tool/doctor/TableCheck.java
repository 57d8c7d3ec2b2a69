package org.ara.server.tool.doctor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ara.driver.sql.schema.Finding;
import org.ara.driver.sql.schema.Flavour;
import org.ara.driver.sql.schema.MappedSchema;
import org.ara.server.tool.table.Target;

/** What a table lacks, and whether its texts can hold and tell apart what they should. */
final class TableCheck {

  private final Connection connection;

  TableCheck(Connection connection) {
    this.connection = connection;
  }

  List<Finding> findings(Target target) throws SQLException {
    Flavour flavour = target.database().flavour();
    MappedSchema schema = target.schema(connection);
    if (schema.found().isEmpty()) {
      return List.of(
          target.wellKnown().isPresent()
              ? Finding.advised(
                  "there is no such table", "./ara schema create " + target.families().getFirst())
              : Finding.advised(
                  "there is no such table", "create it, or correct its name in extconfig.conf"));
    }
    List<Finding> findings = new ArrayList<>(schema.lacks());
    if (flavour == Flavour.MYSQL) {
      mysqlTable(schema.found().get().name()).forEach(findings::add);
      for (String key : schema.keyColumns()) {
        collation(schema.found().get().name(), key).ifPresent(findings::add);
      }
    }
    return findings;
  }

  /** Whether a table takes part in transactions, and takes every letter. */
  private List<Finding> mysqlTable(String table) throws SQLException {
    List<Finding> findings = new ArrayList<>();
    String engine = ofTable("ENGINE", table);
    if (!engine.isEmpty() && !engine.equalsIgnoreCase("InnoDB")) {
      findings.add(
          Finding.advised(
              "the engine is "
                  + engine
                  + ", which knows no transactions: what is interrupted stays half done",
              "ALTER TABLE " + table + " ENGINE = InnoDB;"));
    }
    String collation = ofTable("TABLE_COLLATION", table);
    if (!collation.isEmpty() && !collation.startsWith("utf8mb4")) {
      findings.add(
          Finding.advised(
              "the collation is " + collation + ", whose character set lacks many letters",
              "ALTER TABLE " + table + " CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;"));
    }
    return findings;
  }

  /** A property of a table; the names of such columns are ours, not a user's. */
  private String ofTable(String property, String table) throws SQLException {
    return value(
        "SELECT "
            + property
            + " FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()"
            + " AND TABLE_NAME = ?",
        table);
  }

  /** Whether the database takes every letter; MySQL has that with each table. */
  Optional<Finding> encoding(Target any) throws SQLException {
    boolean asked = any.database().flavour() == Flavour.POSTGRESQL;
    String encoding = asked ? value("SHOW server_encoding") : "utf8";
    return encoding.toLowerCase(Locale.ROOT).startsWith("utf")
        ? Optional.empty()
        : Optional.of(
            Finding.advised(
                "the database's encoding is " + encoding + ", which lacks most letters",
                "make a database with UTF-8 and copy the tables"));
  }

  private Optional<Finding> collation(String table, String column) throws SQLException {
    String found =
        value(
            "SELECT COLLATION_NAME FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE()"
                + " AND TABLE_NAME = ? AND COLUMN_NAME = ?",
            table,
            column);
    return found.isEmpty() || found.endsWith("bin")
        ? Optional.empty()
        : Optional.of(
            Finding.advised(
                "column "
                    + column
                    + " has the collation "
                    + found
                    + ": 'BOB' and 'bob' are one row, and change feeds cannot name rows",
                "ALTER TABLE " + table + " CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;"));
  }

  private String value(String sql, String... parameters) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        query.setString(i + 1, parameters[i]);
      }
      try (ResultSet row = query.executeQuery()) {
        String value = row.next() ? row.getString(1) : null;
        return value == null ? "" : value;
      }
    }
  }
}
