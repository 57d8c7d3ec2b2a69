package org.ara.bench.register;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.ara.testkit.postgres.PostgresDatabase;

/** The accounts that register, the same for every server. */
final class Peers {

  static final int COUNT = 10_000;

  private Peers() {}

  static String name(int number) {
    return "peer" + number;
  }

  static String password(int number) {
    return "secret" + number;
  }

  static void intoAra(PostgresDatabase database) throws SQLException {
    insert(
        database,
        "INSERT INTO sippeers (name, secret, context, host, type)"
            + " VALUES (?, ?, 'phones', 'dynamic', 'friend')");
  }

  static void intoKamailio(PostgresDatabase database) throws SQLException {
    insert(
        database, "INSERT INTO subscriber (username, password, domain) VALUES (?, ?, '127.0.0.1')");
  }

  private static void insert(PostgresDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement insert = connection.prepareStatement(sql);
        Statement analyze = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (int i = 0; i < COUNT; i++) {
        insert.setString(1, name(i));
        insert.setString(2, password(i));
        insert.addBatch();
      }
      insert.executeBatch();
      connection.commit();
      connection.setAutoCommit(true);
      analyze.execute("ANALYZE");
    }
  }
}
