package org.ara.driver.sql.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ara.driver.sql.Place;
import org.ara.driver.sql.feed.Line;
import org.ara.driver.sql.feed.Topic;
import org.ara.driver.sql.feed.Topics;
import org.ara.driver.sql.schema.PostgresTriggers;
import org.ara.driver.sql.schema.Telling;
import org.ara.realtime.Field;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection that listens to what the triggers tell. Twice a second it looks at the triggers and
 * sends itself a notification: one that does not come back in time proves that others would not
 * come either, be it for a hung server or for a pooler in between.
 */
final class PostgresLine implements Line {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresLine.class);
  private static final Duration SLICE = Duration.ofMillis(100);
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  /** How long the server may take for an answer before the feed is lost. */
  private static final Duration SILENCE = Duration.ofSeconds(1);

  private final Connection connection;
  private final Place place;
  private final Topics topics;
  private final PreparedStatement look;
  private final PreparedStatement call;
  private final String echo = "ara_echo_" + UUID.randomUUID().toString().replace("-", "");
  private final Map<String, FedTable> tables = new HashMap<>();
  private long lookedAt;
  private boolean echoed = true;

  private PostgresLine(Connection connection, Place place, Topics topics) throws SQLException {
    this.connection = connection;
    this.place = place;
    this.topics = topics;
    connection.setNetworkTimeout(Runnable::run, (int) SILENCE.toMillis());
    try (Statement statement = connection.createStatement()) {
      statement.execute("LISTEN " + PostgresTriggers.CHANNEL);
      statement.execute("LISTEN " + echo);
    }
    this.look = connection.prepareStatement(FedTable.QUERY);
    this.call = connection.prepareStatement("SELECT pg_notify(?, '')");
    this.lookedAt = System.nanoTime() - LOOK_EVERY.toNanos();
  }

  static PostgresLine open(Connector connector, Place place, Topics topics) throws SQLException {
    Connection connection = connector.dataSource().getConnection();
    try {
      return new PostgresLine(connection, place, topics);
    } catch (SQLException | RuntimeException e) {
      abandon(connection);
      throw e;
    }
  }

  @Override
  public void hear() throws SQLException {
    List<Topic> wanted = topics.wanted();
    if (isTimeToLook() || wanted.stream().anyMatch(Topic::isUndecided)) {
      lookAt(wanted);
    }
    PGConnection listening = connection.unwrap(PGConnection.class);
    for (PGNotification notification : listening.getNotifications((int) SLICE.toMillis())) {
      hear(notification, wanted);
    }
  }

  /** Breaks the connection without a farewell: a silent server would not take it. */
  @Override
  public void close() {
    abandon(connection);
  }

  private boolean isTimeToLook() {
    return System.nanoTime() - lookedAt >= LOOK_EVERY.toNanos();
  }

  private void lookAt(List<Topic> wanted) throws SQLException {
    lookedAt = System.nanoTime();
    callOut(wanted);
    Map<String, FedTable> found = read(wanted);
    for (Topic topic : wanted) {
      FedTable now = found.getOrDefault(topic.table(), FedTable.NONE);
      FedTable before = tables.put(topic.table(), now);
      if (before != null
          && !before.fingerprint().equals(now.fingerprint())
          && before.trouble().isEmpty()) {
        topic.lost(sentence(topic, "the table or its triggers were altered"));
      }
      now.trouble()
          .ifPresentOrElse(
              trouble -> topic.lost(sentence(topic, trouble)),
              () -> topic.live(now.exactKeyColumns()));
    }
  }

  /** What the server has for us comes with its answer, our own call last. */
  private void callOut(List<Topic> wanted) throws SQLException {
    echoed = false;
    call.setString(1, echo);
    call.execute();
    for (PGNotification notification : connection.unwrap(PGConnection.class).getNotifications()) {
      hear(notification, wanted);
    }
    if (!echoed) {
      throw new SQLException(
          "notifications do not arrive; connect to the server itself, not to a pooler of"
              + " transactions");
    }
  }

  private Map<String, FedTable> read(List<Topic> wanted) throws SQLException {
    Object[] names = wanted.stream().map(Topic::table).toArray();
    look.setArray(1, connection.createArrayOf("text", names));
    look.setArray(2, connection.createArrayOf("text", quoted(wanted, false)));
    look.setArray(3, connection.createArrayOf("text", quoted(wanted, true)));
    Map<String, FedTable> found = new HashMap<>();
    try (ResultSet rows = look.executeQuery()) {
      while (rows.next()) {
        found.put(rows.getString("wanted"), FedTable.read(rows));
      }
    }
    return found;
  }

  private void hear(PGNotification notification, List<Topic> wanted) {
    if (notification.getName().equals(echo)) {
      echoed = true;
      return;
    }
    Telling telling = Telling.parse(notification.getParameter());
    for (Topic topic : wanted) {
      FedTable table = tables.get(topic.table());
      if (table != null && table.isCalled(telling.table())) {
        tell(topic, table, telling);
      }
    }
  }

  private static void tell(Topic topic, FedTable table, Telling telling) {
    List<String> columns = table.exactKeyColumns();
    if (telling.keys().isEmpty() || columns.isEmpty()) {
      topic.changedAnywhere();
    }
    for (List<String> key : columns.isEmpty() ? List.<List<String>>of() : telling.keys()) {
      if (key.size() == columns.size()) {
        topic.changed(fields(columns, key));
      } else {
        topic.changedAnywhere();
      }
    }
  }

  private static List<Field> fields(List<String> columns, List<String> values) {
    List<Field> fields = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      fields.add(new Field(columns.get(i), values.get(i)));
    }
    return fields;
  }

  private String sentence(Topic topic, String trouble) {
    return place + ": changes of " + topic.table() + " are not told: " + trouble;
  }

  private static Object[] quoted(List<Topic> wanted, boolean lower) {
    return wanted.stream().map(t -> PostgresDialect.regclass(t.table(), lower)).toArray();
  }

  private static void abandon(Connection connection) {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      LOG.debug("a listening connection did not close in good order: {}", e.getMessage());
    }
  }
}
