package org.ara.driver.sql.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ara.driver.sql.Place;
import org.ara.driver.sql.feed.Line;
import org.ara.driver.sql.feed.Topic;
import org.ara.driver.sql.feed.Topics;
import org.ara.driver.sql.schema.MysqlTriggers;
import org.ara.driver.sql.schema.Telling;
import org.ara.realtime.Field;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection that asks the change table for news, every five milliseconds while there are any and
 * every ten otherwise, and looks at the triggers twice a second.
 */
final class MysqlLine implements Line {

  private static final Logger LOG = LoggerFactory.getLogger(MysqlLine.class);
  private static final Duration SHORT_PAUSE = Duration.ofMillis(5);
  private static final Duration LONG_PAUSE = Duration.ofMillis(10);
  private static final Duration BUSY = Duration.ofSeconds(1);
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  /** How long the server may take for an answer before the feed is lost. */
  private static final Duration SILENCE = Duration.ofSeconds(1);

  private final Connection connection;
  private final Place place;
  private final Topics topics;
  private final Map<String, FedTable> tables = new HashMap<>();
  private @Nullable ChangeLog log;
  private String logFingerprint = "";
  private long lookedAt;
  private long heardAt;

  private MysqlLine(Connection connection, Place place, Topics topics) throws SQLException {
    this.connection = connection;
    this.place = place;
    this.topics = topics;
    connection.setNetworkTimeout(Runnable::run, (int) SILENCE.toMillis());
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED");
    }
    this.heardAt = System.nanoTime();
    this.lookedAt = heardAt - LOOK_EVERY.toNanos();
  }

  static MysqlLine open(MysqlConnector connector, Place place, Topics topics) throws SQLException {
    Connection connection = connector.dataSource().getConnection();
    try {
      return new MysqlLine(connection, place, topics);
    } catch (SQLException | RuntimeException e) {
      abandon(connection);
      throw e;
    }
  }

  @Override
  public void hear() throws SQLException, InterruptedException {
    List<Topic> wanted = topics.wanted();
    long now = System.nanoTime();
    if (now - lookedAt >= LOOK_EVERY.toNanos() || wanted.stream().anyMatch(Topic::isUndecided)) {
      lookedAt = now;
      lookAt(wanted);
    }
    if (log != null) {
      tell(log.read(), wanted);
    }
    Thread.sleep(System.nanoTime() - heardAt < BUSY.toNanos() ? SHORT_PAUSE : LONG_PAUSE);
  }

  @Override
  public void close() {
    abandon(connection);
  }

  /** The log is read from now on before any table is found to be told of. */
  private void lookAt(List<Topic> wanted) throws SQLException {
    lookAtLog(wanted);
    for (Topic topic : wanted) {
      FedTable now = FedTable.read(connection, topic.table());
      FedTable before = tables.put(topic.table(), now);
      if (before != null
          && before.trouble().isEmpty()
          && !before.fingerprint().equals(now.fingerprint())) {
        topic.lost(sentence(topic, "the table was altered or emptied"));
      }
      if (now.trouble().isPresent()) {
        topic.lost(sentence(topic, now.trouble().get()));
      } else if (log == null) {
        topic.lost(
            sentence(
                topic,
                "there is no table "
                    + MysqlTriggers.LOG
                    + "; run './ara schema notify "
                    + now.table()
                    + "'"));
      } else {
        topic.live(now.exactKeyColumns());
      }
    }
  }

  private void lookAtLog(List<Topic> wanted) throws SQLException {
    FedTable found = FedTable.read(connection, MysqlTriggers.LOG);
    ChangeLog reading = log;
    if (!found.fingerprint().equals(logFingerprint)) {
      if (reading != null) {
        topics.lost(place + ": changes are not told: " + MysqlTriggers.LOG + " was altered");
      }
      logFingerprint = found.fingerprint();
      log = found.fingerprint().isEmpty() ? null : new ChangeLog(connection);
    } else if (reading != null) {
      if (!reading.lookForMissing()) {
        wanted.forEach(Topic::changedAnywhere);
      }
      reading.purge();
    }
  }

  private void tell(List<ChangeLog.Entry> entries, List<Topic> wanted) {
    for (ChangeLog.Entry entry : entries) {
      heardAt = System.nanoTime();
      for (Topic topic : wanted) {
        FedTable table = tables.get(topic.table());
        if (table != null && table.table().equals(entry.table())) {
          tell(topic, table.exactKeyColumns(), entry);
        }
      }
    }
  }

  private static void tell(Topic topic, List<String> columns, ChangeLog.Entry entry) {
    String before = entry.before();
    String after = entry.after();
    if (columns.isEmpty() || before == null || after == null) {
      topic.changedAnywhere();
      return;
    }
    tell(topic, columns, before);
    if (!before.equals(after)) {
      tell(topic, columns, after);
    }
  }

  private static void tell(Topic topic, List<String> columns, String key) {
    List<String> values = Telling.parts(key);
    if (values.size() != columns.size()) {
      topic.changedAnywhere();
      return;
    }
    List<Field> fields = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      fields.add(new Field(columns.get(i), values.get(i)));
    }
    topic.changed(fields);
  }

  private String sentence(Topic topic, String trouble) {
    return place + ": changes of " + topic.table() + " are not told: " + trouble;
  }

  private static void abandon(Connection connection) {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      LOG.debug("a connection did not close in good order: {}", e.getMessage());
    }
  }
}
