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
    intoAra(database, COUNT);
  }

  static void intoAra(PostgresDatabase database, int count) throws SQLException {
    insert(
        database,
        count,
        "INSERT INTO sippeers (name, secret, context, host, type)"
            + " SELECT 'peer' || i, 'secret' || i, 'phones', 'dynamic', 'friend'"
            + " FROM generate_series(0, ? - 1) i");
  }

  static void intoKamailio(PostgresDatabase database) throws SQLException {
    insert(
        database,
        COUNT,
        "INSERT INTO subscriber (username, password, domain)"
            + " SELECT 'peer' || i, 'secret' || i, '127.0.0.1' FROM generate_series(0, ? - 1) i");
  }

  private static void insert(PostgresDatabase database, int count, String sql) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement insert = connection.prepareStatement(sql);
        Statement vacuum = connection.createStatement()) {
      insert.setInt(1, count);
      insert.executeUpdate();
      vacuum.execute("VACUUM ANALYZE");
    }
  }
}
