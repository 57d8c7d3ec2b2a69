package org.ara.server.tool.doctor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.ara.driver.sql.schema.Finding;
import org.ara.driver.sql.schema.Flavour;
import org.ara.driver.sql.schema.MysqlTriggers;
import org.ara.driver.sql.schema.PostgresTriggers;
import org.ara.driver.sql.schema.TableShape;
import org.ara.driver.sql.schema.Triggers;
import org.ara.realtime.policy.CacheMode;
import org.ara.realtime.policy.RealtimeConf;
import org.ara.server.tool.table.Target;

/** Whether tables of families that are cached until a change tell of their changes. */
final class FeedCheck {

  private final Connection connection;
  private final RealtimeConf policies;

  FeedCheck(Connection connection, RealtimeConf policies) {
    this.connection = connection;
    this.policies = policies;
  }

  /** The finding about a table that exists; empty if its cache needs nothing that is missing. */
  Optional<Finding> finding(Target target) throws SQLException {
    Optional<String> fed =
        target.families().stream()
            .filter(family -> policies.of(family).cache() == CacheMode.FEED)
            .findFirst();
    Optional<TableShape> shape = target.schema(connection).found();
    if (fed.isEmpty() || shape.isEmpty()) {
      return Optional.empty();
    }
    Flavour flavour = target.database().flavour();
    String said = said(flavour, shape.get());
    List<String> key = key(flavour, said).orElse(target.schema(connection).keyColumns());
    String command = "./ara schema notify " + fed.get();
    if (key.isEmpty()) {
      return Optional.of(
          Finding.advised(
              fed.get() + " has cache = feed, but no key by which its changes could be told",
              command + " --key COLUMN"));
    }
    Optional<Triggers> triggers =
        Triggers.of(flavour, shape.get().schema(), shape.get().name(), key);
    return triggers.isEmpty() || triggers.get().areInstalled(connection)
        ? Optional.empty()
        : Optional.of(
            Finding.advised(
                fed.get()
                    + " has cache = feed, but its triggers are "
                    + (said.isEmpty() ? "missing" : "out of date or not complete")
                    + ": changes of the table are not told",
                command));
  }

  private static Optional<List<String>> key(Flavour flavour, String said) {
    return switch (flavour) {
      case SQLITE -> Optional.empty();
      case POSTGRESQL -> PostgresTriggers.keyColumns(said);
      case MYSQL -> MysqlTriggers.keyColumns(said);
    };
  }

  /** What a trigger of the table says, if it has one that tells; else nothing. */
  private String said(Flavour flavour, TableShape table) throws SQLException {
    String query =
        switch (flavour) {
          case SQLITE -> "";
          case POSTGRESQL ->
              "SELECT p.prosrc FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid"
                  + " JOIN pg_class c ON c.oid = t.tgrelid"
                  + " JOIN pg_namespace n ON n.oid = c.relnamespace"
                  + " WHERE n.nspname = ? AND c.relname = ? AND t.tgname LIKE 'ara\\_tell%'";
          case MYSQL ->
              "SELECT ACTION_STATEMENT FROM information_schema.TRIGGERS"
                  + " WHERE EVENT_OBJECT_SCHEMA = ? AND EVENT_OBJECT_TABLE = ?"
                  + " AND TRIGGER_NAME LIKE 'ara\\_tell%'";
        };
    if (query.isEmpty()) {
      return "";
    }
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, table.schema());
      statement.setString(2, table.name());
      try (ResultSet row = statement.executeQuery()) {
        String found = row.next() ? row.getString(1) : null;
        return found == null ? "" : found;
      }
    }
  }
}
