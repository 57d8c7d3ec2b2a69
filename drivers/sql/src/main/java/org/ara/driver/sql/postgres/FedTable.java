package org.ara.driver.sql.postgres;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.ara.driver.sql.schema.PostgresTriggers;

/**
 * A table as its change feed needs it: whether its triggers tell everything.
 *
 * @param schema its real name; empty if there is no such table
 * @param table its real name
 * @param exactKeyColumns the key columns, lower case; empty unless all of them are texts that are
 *     equal only if they are the same
 * @param fingerprint differs from that of the same table altered, and from that of another table
 * @param trouble why its changes are not told, and what to do
 */
record FedTable(
    String schema,
    String table,
    List<String> exactKeyColumns,
    String fingerprint,
    Optional<String> trouble) {

  static final FedTable NONE =
      new FedTable("", "", List.of(), "", Optional.of("there is no such table; create it"));

  /** Each wanted table that exists, with its triggers and exact text columns as arrays. */
  static final String QUERY =
      """
      SELECT w.wanted, n.nspname, c.relname, c.relkind::text,
        EXISTS (SELECT FROM pg_inherits i WHERE c.oid IN (i.inhparent, i.inhrelid)) AS inherits,
        EXISTS (SELECT FROM pg_subscription_rel s WHERE s.srrelid = c.oid) AS replicated,
        ARRAY(SELECT a.attname::text FROM pg_attribute a
          JOIN pg_type t ON t.oid = a.atttypid
          WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            AND t.typname IN ('text', 'varchar')
            AND coalesce((SELECT (to_jsonb(l) ->> 'collisdeterministic')::boolean
                          FROM pg_collation l WHERE l.oid = a.attcollation), true)
        ) AS exact,
        ARRAY(SELECT concat_ws(' ', t.tgname, t.tgtype, t.tgenabled)
            || CASE WHEN t.tgqual IS NULL AND t.tgattr::text = ''
               THEN '' ELSE ' restricted' END
          FROM pg_trigger t
          WHERE t.tgrelid = c.oid AND t.tgname LIKE 'ara\\_tell\\_%') AS triggers,
        ARRAY(SELECT DISTINCT p.prosrc FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
          WHERE t.tgrelid = c.oid AND t.tgname LIKE 'ara\\_tell\\_%') AS sources,
        c.oid || ':' || concat_ws(',',
          (SELECT string_agg(concat_ws(' ', a.attnum, a.attname, a.xmin), ',' ORDER BY a.attnum)
           FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0),
          (SELECT string_agg(concat_ws(' ', t.oid, t.xmin, p.xmin), ',' ORDER BY t.oid)
           FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
           WHERE t.tgrelid = c.oid AND t.tgname LIKE 'ara\\_tell\\_%')) AS fingerprint
      FROM unnest(?, ?, ?) AS w(wanted, spelled, lowered)
      JOIN pg_class c ON c.oid = coalesce(to_regclass(w.spelled), to_regclass(w.lowered))
      JOIN pg_namespace n ON n.oid = c.relnamespace""";

  FedTable {
    exactKeyColumns = List.copyOf(exactKeyColumns);
  }

  /** The table of the result's current row. */
  static FedTable read(ResultSet row) throws SQLException {
    String schema = text(row, "nspname");
    String table = text(row, "relname");
    List<String> sources = texts(row, "sources");
    List<String> keys =
        sources.size() == 1
            ? PostgresTriggers.keyColumns(sources.getFirst()).orElse(List.of())
            : List.of();
    Optional<String> unfit =
        unfit(
            table, text(row, "relkind"), row.getBoolean("inherits"), row.getBoolean("replicated"));
    Optional<String> trouble =
        unfit.isPresent()
            ? unfit
            : keys.isEmpty() && texts(row, "triggers").isEmpty()
                ? Optional.of("it has no triggers that tell them; " + advice(table))
                : isCurrent(schema, table, keys, sources, texts(row, "triggers"))
                    ? Optional.empty()
                    : Optional.of(
                        "its triggers are incomplete, disabled or out of date; " + advice(table));
    return new FedTable(
        schema,
        table,
        texts(row, "exact").containsAll(keys) ? lower(keys) : List.of(),
        text(row, "fingerprint"),
        trouble);
  }

  /** Whether a trigger means this table. */
  boolean isCalled(List<String> fullName) {
    return fullName.equals(List.of(schema, table));
  }

  private static Optional<String> unfit(
      String table, String kind, boolean inherits, boolean replicated) {
    if (!kind.equals("r") || inherits) {
      return Optional.of(
          "it is a view, partitioned or inherited, and triggers would not see every change; give"
              + " its family a time to live in realtime.conf instead");
    }
    return replicated
        ? Optional.of(
            "it is filled by logical replication, which fires no triggers of statements; give its"
                + " family a time to live in realtime.conf instead")
        : Optional.empty();
  }

  private static boolean isCurrent(
      String schema, String table, List<String> keys, List<String> sources, List<String> triggers) {
    if (keys.isEmpty()
        || !sources.equals(List.of(new PostgresTriggers(schema, table, keys).source()))) {
      return false;
    }
    for (PostgresTriggers.Event event : PostgresTriggers.Event.values()) {
      if (!triggers.contains(event.trigger() + " " + event.type() + " A")) {
        return false;
      }
    }
    return true;
  }

  private static String advice(String table) {
    return "run './ara schema notify " + table + "'";
  }

  private static List<String> lower(List<String> names) {
    return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNullElse(row.getString(column), "");
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    List<String> texts = new ArrayList<>();
    Array array = row.getArray(column);
    if (array != null && array.getArray() instanceof Object[] elements) {
      for (Object element : elements) {
        texts.add(String.valueOf(element));
      }
    }
    return texts;
  }
}
