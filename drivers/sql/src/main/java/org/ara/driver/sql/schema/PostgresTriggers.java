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
import java.util.stream.Collectors;

/**
 * The triggers by which a PostgreSQL table tells of its changes: one for each kind of statement,
 * which sends the keys of all rows that the statement changed with NOTIFY when its transaction
 * commits.
 *
 * <p>Triggers for statements cost one call for a statement of any number of rows. They are enabled
 * {@code ALWAYS}, so that a session that plays a replica is heard too.
 *
 * @param schema the table's schema, its real name
 * @param table its real name
 * @param keyColumns the columns that name its rows; at least one, real names
 */
public record PostgresTriggers(String schema, String table, List<String> keyColumns)
    implements Triggers {

  /** The channel of all tables of a database. */
  public static final String CHANNEL = "ara_changes";

  private static final String QUOTE = "$ara$";
  private static final String KEY = "-- key: ";
  private static final String COUNT =
      "SELECT count(*) FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid"
          + " WHERE t.tgrelid = CAST(? AS regclass) AND p.prosrc = ? AND t.tgenabled = 'A'";
  private static final int LONGEST_NAME = 63;

  /**
   * Bytes of one NOTIFY that are filled; the server takes 7999. A table's name and one key more
   * still fit.
   */
  private static final int FULL = 7000;

  /** Keys of one statement that are told one by one; beyond, any row may have changed. */
  private static final int MOST_KEYS = 1000;

  public PostgresTriggers {
    keyColumns = List.copyOf(keyColumns);
    if (keyColumns.isEmpty()) {
      throw new IllegalArgumentException("a key has at least one column");
    }
  }

  /** One of the triggers. */
  public enum Event {
    INSERT(4, "REFERENCING NEW TABLE AS new_rows "),
    UPDATE(16, "REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows "),
    DELETE(8, "REFERENCING OLD TABLE AS old_rows "),
    TRUNCATE(32, "");

    private final int type;
    private final String rows;

    Event(int type, String rows) {
      this.type = type;
      this.rows = rows;
    }

    /** Its name in every table. */
    public String trigger() {
      return "ara_tell_" + name().toLowerCase(Locale.ROOT);
    }

    /** What {@code pg_trigger.tgtype} says of it: after the statement, this event only. */
    public int type() {
      return type;
    }
  }

  @Override
  public List<String> install() {
    List<String> statements = new ArrayList<>();
    statements.add(
        "CREATE OR REPLACE FUNCTION "
            + function()
            + "() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS "
            + QUOTE
            + source()
            + QUOTE);
    for (Event event : Event.values()) {
      statements.add(drop(event));
      statements.add(
          "CREATE TRIGGER %s AFTER %s ON %s %sFOR EACH STATEMENT EXECUTE PROCEDURE %s()"
              .formatted(event.trigger(), event, qualified(), event.rows, function()));
      statements.add(
          "ALTER TABLE %s ENABLE ALWAYS TRIGGER %s".formatted(qualified(), event.trigger()));
    }
    return statements;
  }

  @Override
  public List<String> remove() {
    List<String> statements = new ArrayList<>();
    for (Event event : Event.values()) {
      statements.add(drop(event));
    }
    statements.add("DROP FUNCTION IF EXISTS " + function() + "()");
    return statements;
  }

  @Override
  public boolean areInstalled(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(COUNT)) {
      query.setString(1, qualified());
      query.setString(2, source());
      try (ResultSet row = query.executeQuery()) {
        return row.next() && row.getInt(1) == Event.values().length;
      }
    }
  }

  /** The key columns that a trigger's function tells; empty if it is not one of ours. */
  public static Optional<List<String>> keyColumns(String source) {
    return source
        .lines()
        .filter(line -> line.startsWith(KEY))
        .findFirst()
        .map(line -> Telling.parts(line.substring(KEY.length())));
  }

  /** The body of the triggers' function; changes of this text make old triggers out of date. */
  public String source() {
    String body =
        """

        -- Tells Ara which rows a statement changed. Written by './ara schema notify'.
        @KEYLINE@
        DECLARE
          changed text;
          keys text[];
          message text := @TABLE@;
        BEGIN
          IF TG_OP = 'TRUNCATE' THEN
            PERFORM pg_notify('@CHANNEL@', @TABLE@);
            RETURN NULL;
          END IF;
          IF TG_OP = 'INSERT' THEN
            keys := ARRAY(SELECT DISTINCT @KEY@ FROM new_rows LIMIT @MOST@);
          ELSIF TG_OP = 'DELETE' THEN
            keys := ARRAY(SELECT DISTINCT @KEY@ FROM old_rows LIMIT @MOST@);
          ELSE
            keys := ARRAY(SELECT @KEY@ FROM old_rows UNION SELECT @KEY@ FROM new_rows LIMIT @MOST@);
          END IF;
          FOREACH changed IN ARRAY keys LOOP
            IF changed IS NULL OR octet_length(changed) > @LONGEST@ OR cardinality(keys) = @MOST@ THEN
              PERFORM pg_notify('@CHANNEL@', @TABLE@);
              RETURN NULL;
            END IF;
            IF octet_length(message) + octet_length(changed) > @FULL@ THEN
              PERFORM pg_notify('@CHANNEL@', message);
              message := @TABLE@;
            END IF;
            message := message || E'\\n' || changed;
          END LOOP;
          IF message <> @TABLE@ THEN
            PERFORM pg_notify('@CHANNEL@', message);
          END IF;
          RETURN NULL;
        END
        """
            .replace("@KEYLINE@", KEY + Telling.line(keyColumns))
            .replace("@CHANNEL@", CHANNEL)
            .replace("@LONGEST@", String.valueOf(FULL - 500))
            .replace("@MOST@", String.valueOf(MOST_KEYS))
            .replace("@FULL@", String.valueOf(FULL))
            .replace("@TABLE@", literal(Telling.line(List.of(schema, table))))
            .replace("@KEY@", keyExpression());
    if (body.contains(QUOTE)) {
      throw new IllegalArgumentException("a name in " + table + " contains " + QUOTE);
    }
    return body;
  }

  private String keyExpression() {
    return keyColumns.stream()
        .map(PostgresTriggers::quote)
        .map(
            column ->
                "replace(replace(replace("
                    + column
                    + "::text, E'\\\\', E'\\\\\\\\'), E'\\t', E'\\\\t'), E'\\n', E'\\\\n')")
        .collect(Collectors.joining(" || E'\\t' || "));
  }

  private String drop(Event event) {
    return "DROP TRIGGER IF EXISTS " + event.trigger() + " ON " + qualified();
  }

  private String qualified() {
    return quote(schema) + "." + quote(table);
  }

  /** In the table's schema and named after it. */
  private String function() {
    String name = "ara_tell_" + table;
    if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
      name = "ara_tell_" + Integer.toHexString(table.hashCode());
    }
    return quote(schema) + "." + quote(name);
  }

  private static String quote(String identifier) {
    return "\"" + identifier.replace("\"", "\"\"") + "\"";
  }

  private static String literal(String text) {
    return "E'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
  }
}
