package org.ara.driver.sql.schema;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The triggers by which a MySQL or MariaDB table tells of its changes: each changed row leaves a
 * row in {@link #LOG} of the same database, in the same transaction.
 *
 * @param schema the table's database
 * @param table its real name
 * @param keyColumns the columns that name its rows; at least one, real names
 */
public record MysqlTriggers(String schema, String table, List<String> keyColumns)
    implements Triggers {

  /** The table in which changes are told. */
  public static final String LOG = "ara_changes";

  private static final Pattern KEY = Pattern.compile("/\\* ara \\w+, key: (.*?) \\*/");
  private static final int LONGEST_NAME = 64;
  private static final String COUNT =
      "SELECT COUNT(*) FROM information_schema.TRIGGERS WHERE EVENT_OBJECT_SCHEMA = ?"
          + " AND EVENT_OBJECT_TABLE = ? AND TRIGGER_NAME = ?"
          + " AND LEFT(ACTION_STATEMENT, CHAR_LENGTH(?)) = ?";

  public MysqlTriggers {
    keyColumns = List.copyOf(keyColumns);
    if (keyColumns.isEmpty()) {
      throw new IllegalArgumentException("a key has at least one column");
    }
  }

  /** One of the triggers. */
  public enum Event {
    INSERT("NEW", "NEW"),
    UPDATE("OLD", "NEW"),
    DELETE("OLD", "OLD");

    private final String before;
    private final String after;

    Event(String before, String after) {
      this.before = before;
      this.after = after;
    }
  }

  @Override
  public List<String> install() {
    List<String> statements = new ArrayList<>();
    statements.add(
        "CREATE TABLE IF NOT EXISTS "
            + quote(schema)
            + "."
            + LOG
            + " (id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, changed_table VARCHAR(64) NOT NULL,"
            + " key_before TEXT, key_after TEXT, at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP)"
            + " ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin");
    for (Event event : Event.values()) {
      statements.add(drop(event));
      statements.add(
          "CREATE TRIGGER %s.%s AFTER %s ON %s.%s FOR EACH ROW %s"
              .formatted(
                  quote(schema),
                  quote(name(event)),
                  event,
                  quote(schema),
                  quote(table),
                  mark(event) + statement(event)));
    }
    return statements;
  }

  @Override
  public List<String> remove() {
    return List.of(Event.values()).stream().map(this::drop).toList();
  }

  @Override
  public boolean areInstalled(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(COUNT)) {
      for (Event event : Event.values()) {
        query.setString(1, schema);
        query.setString(2, table);
        query.setString(3, name(event));
        query.setString(4, mark(event));
        query.setString(5, mark(event));
        try (ResultSet row = query.executeQuery()) {
          if (!row.next() || row.getInt(1) != 1) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** The key columns that a trigger tells; empty if it is not one of ours. */
  public static Optional<List<String>> keyColumns(String body) {
    Matcher key = KEY.matcher(body);
    return key.find() ? Optional.of(Telling.parts(key.group(1))) : Optional.empty();
  }

  /**
   * How the trigger's statement begins: what it tells, and a sum over its text. The server keeps
   * statements in words of its own, so no more than this can be compared.
   */
  public String mark(Event event) {
    return "BEGIN /* ara "
        + Integer.toHexString(statement(event).hashCode())
        + ", key: "
        + Telling.line(keyColumns).replace("*/", "")
        + " */ ";
  }

  private String statement(Event event) {
    return "INSERT INTO "
        + quote(schema)
        + "."
        + LOG
        + " (changed_table, key_before, key_after) VALUES ("
        + "'"
        + table.replace("\\", "\\\\").replace("'", "''")
        + "', "
        + key(event.before)
        + ", "
        + key(event.after)
        + "); END";
  }

  private String key(String row) {
    return keyColumns.stream()
        .map(column -> row + "." + quote(column))
        .map(
            value ->
                "REPLACE(REPLACE(REPLACE(CAST("
                    + value
                    + " AS CHAR), '\\\\', '\\\\\\\\'), '\\t', '\\\\t'), '\\n', '\\\\n')")
        .collect(Collectors.joining(", '\\t', ", "CONCAT(", ")"));
  }

  private String drop(Event event) {
    return "DROP TRIGGER IF EXISTS " + quote(schema) + "." + quote(name(event));
  }

  private String name(Event event) {
    String kind = event.name().toLowerCase(Locale.ROOT);
    String name = "ara_tell_" + table + "_" + kind;
    return name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME
        ? name
        : "ara_tell_" + Integer.toHexString(table.hashCode()) + "_" + kind;
  }

  private static String quote(String identifier) {
    return "`" + identifier.replace("`", "``") + "`";
  }
}
