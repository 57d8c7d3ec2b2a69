package org.ara.bench.call;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.ara.testkit.postgres.PostgresDatabase;

/** Who may call, and what can be dialled: rows of {@code sippeers} and {@code extensions}. */
final class Numbers {

  static final int COUNT = 10_000;

  private Numbers() {}

  static String peer(int index) {
    return "peer" + index;
  }

  static String password(int index) {
    return "secret" + index;
  }

  static String number(int index) {
    return Integer.toString(100_000 + index);
  }

  /** Each number answers and hangs up. */
  static void into(PostgresDatabase database) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement peers =
            connection.prepareStatement(
                "INSERT INTO sippeers (name, secret, context, host, type)"
                    + " VALUES (?, ?, 'phones', 'dynamic', 'friend')");
        PreparedStatement steps =
            connection.prepareStatement(
                "INSERT INTO extensions (context, exten, priority, app, appdata)"
                    + " VALUES ('phones', ?, ?, ?, '')");
        Statement analyze = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (int i = 0; i < COUNT; i++) {
        peers.setString(1, peer(i));
        peers.setString(2, password(i));
        peers.addBatch();
        step(steps, number(i), 1, "Answer");
        step(steps, number(i), 2, "Hangup");
      }
      peers.executeBatch();
      steps.executeBatch();
      connection.commit();
      connection.setAutoCommit(true);
      analyze.execute("ANALYZE");
    }
  }

  private static void step(PreparedStatement steps, String number, int priority, String app)
      throws SQLException {
    steps.setString(1, number);
    steps.setInt(2, priority);
    steps.setString(3, app);
    steps.addBatch();
  }
}
