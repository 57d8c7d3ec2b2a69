package org.ara.driver.sql.mysql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.ara.driver.sql.schema.MysqlTriggers;

/**
 * A table as its change feed needs it: whether its triggers tell everything.
 *
 * @param table its real name; empty if there is no such table
 * @param exactKeyColumns the key columns, lower case; empty unless all of them are texts compared
 *     byte by byte
 * @param fingerprint differs from that of the same table altered or emptied
 * @param trouble why its changes are not told, and what to do
 */
record FedTable(
    String table, List<String> exactKeyColumns, String fingerprint, Optional<String> trouble) {

  private static final String TABLE =
      """
      SELECT t.TABLE_NAME, t.TABLE_TYPE, t.ENGINE, t.CREATE_OPTIONS,
        CONCAT_WS(' ', t.CREATE_TIME, (SELECT GROUP_CONCAT(c.COLUMN_NAME, c.COLUMN_TYPE
            ORDER BY c.ORDINAL_POSITION) FROM information_schema.COLUMNS c
          WHERE c.TABLE_SCHEMA = t.TABLE_SCHEMA AND c.TABLE_NAME = t.TABLE_NAME)),
        (SELECT COUNT(*) FROM information_schema.REFERENTIAL_CONSTRAINTS r
          WHERE r.CONSTRAINT_SCHEMA = t.TABLE_SCHEMA AND r.TABLE_NAME = t.TABLE_NAME
            AND ('CASCADE' IN (r.DELETE_RULE, r.UPDATE_RULE)
              OR 'SET NULL' IN (r.DELETE_RULE, r.UPDATE_RULE)))
      FROM information_schema.TABLES t
      WHERE t.TABLE_SCHEMA = DATABASE() AND t.TABLE_NAME IN (?, LOWER(?))
      ORDER BY t.TABLE_NAME = ? DESC LIMIT 1""";

  private static final String TRIGGERS =
      "SELECT ACTION_STATEMENT, CREATED, EVENT_MANIPULATION, ACTION_TIMING"
          + " FROM information_schema.TRIGGERS WHERE EVENT_OBJECT_SCHEMA = DATABASE()"
          + " AND EVENT_OBJECT_TABLE = ? AND ACTION_STATEMENT LIKE 'BEGIN /* ara %'"
          + " ORDER BY EVENT_MANIPULATION";

  private static final String EXACT =
      "SELECT COLUMN_NAME FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE()"
          + " AND TABLE_NAME = ? AND DATA_TYPE IN ('varchar', 'text') AND COLLATION_NAME LIKE '%bin'";

  FedTable {
    exactKeyColumns = List.copyOf(exactKeyColumns);
  }

  /** Looks at a table. */
  static FedTable read(Connection connection, String wanted) throws SQLException {
    String name = wanted.substring(wanted.indexOf('.') + 1);
    try (PreparedStatement query = connection.prepareStatement(TABLE)) {
      for (int i = 1; i <= 3; i++) {
        query.setString(i, name);
      }
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? read(connection, row)
            : new FedTable("", List.of(), "", Optional.of("there is no such table; create it"));
      }
    }
  }

  private static FedTable read(Connection connection, ResultSet row) throws SQLException {
    String table = text(row, 1);
    List<String> bodies = new ArrayList<>();
    StringBuilder created = new StringBuilder(text(row, 5));
    try (PreparedStatement query = connection.prepareStatement(TRIGGERS)) {
      query.setString(1, table);
      try (ResultSet triggers = query.executeQuery()) {
        while (triggers.next()) {
          bodies.add(text(triggers, 4) + " " + text(triggers, 3) + " " + text(triggers, 1));
          created.append(' ').append(text(triggers, 2));
        }
      }
    }
    List<String> keys =
        bodies.stream().findFirst().flatMap(MysqlTriggers::keyColumns).orElse(List.of());
    Optional<String> unfit = unfit(text(row, 2), text(row, 3), text(row, 4), row.getInt(6));
    return new FedTable(
        table,
        exact(connection, table).containsAll(lower(keys)) ? lower(keys) : List.of(),
        created.toString(),
        unfit.isPresent() ? unfit : missing(connection.getCatalog(), table, keys, bodies));
  }

  private static Optional<String> unfit(String type, String engine, String options, int cascades) {
    String why =
        !type.equals("BASE TABLE") || !engine.equalsIgnoreCase("InnoDB")
            ? "it is a view, or not a table of InnoDB, and triggers would not see every change"
            : options.contains("partitioned")
                ? "it is partitioned, and triggers would not see every change"
                : cascades > 0 ? "changes that foreign keys cascade to it fire no triggers" : "";
    return why.isEmpty()
        ? Optional.empty()
        : Optional.of(why + "; give its family a time to live in realtime.conf instead");
  }

  private static Optional<String> missing(
      String schema, String table, List<String> keys, List<String> bodies) {
    String advice = "; run './ara schema notify " + table + "'";
    if (bodies.isEmpty()) {
      return Optional.of(
          "it has no triggers that tell them, or the user may not see them (privilege TRIGGER)"
              + advice);
    }
    List<String> wanted = new ArrayList<>();
    if (!keys.isEmpty()) {
      MysqlTriggers triggers = new MysqlTriggers(schema, table, keys);
      for (MysqlTriggers.Event event : MysqlTriggers.Event.values()) {
        wanted.add("AFTER " + event + " " + triggers.mark(event));
      }
    }
    boolean current =
        wanted.size() == bodies.size()
            && wanted.stream().allMatch(w -> bodies.stream().anyMatch(b -> b.startsWith(w)));
    return current
        ? Optional.empty()
        : Optional.of("its triggers are incomplete or out of date" + advice);
  }

  private static List<String> exact(Connection connection, String table) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(EXACT)) {
      query.setString(1, table);
      try (ResultSet rows = query.executeQuery()) {
        List<String> columns = new ArrayList<>();
        while (rows.next()) {
          columns.add(text(rows, 1).toLowerCase(Locale.ROOT));
        }
        return columns;
      }
    }
  }

  private static List<String> lower(List<String> names) {
    return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }

  private static String text(ResultSet row, int column) throws SQLException {
    return Objects.requireNonNullElse(row.getString(column), "");
  }
}
