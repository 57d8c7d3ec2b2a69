package org.ara.bench.lookup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;

/** The peer: plain JDBC, one statement kept prepared on each of a few connections. */
final class JdbcContestant implements Contestant {

  private static final String LOOKUP = "SELECT * FROM sippeers WHERE name = ?";

  private final BlockingQueue<PreparedStatement> idle;
  private final int size;

  JdbcContestant(Callable<Connection> connect, int connections) throws Exception {
    this.size = connections;
    this.idle = new ArrayBlockingQueue<>(connections);
    for (int i = 0; i < connections; i++) {
      idle.add(connect.call().prepareStatement(LOOKUP));
    }
  }

  @Override
  public String name() {
    return "raw JDBC, " + size;
  }

  @Override
  public void lookUp(String peer) throws Exception {
    PreparedStatement statement = idle.take();
    try {
      read(statement, peer);
    } finally {
      idle.put(statement);
    }
  }

  @Override
  public void close() throws Exception {
    for (int i = 0; i < size; i++) {
      idle.take().getConnection().close();
    }
  }

  private static void read(PreparedStatement statement, String peer) throws SQLException {
    statement.setString(1, peer);
    try (ResultSet result = statement.executeQuery()) {
      if (!result.next()) {
        throw new IllegalStateException("no peer " + peer);
      }
      String[] values = new String[result.getMetaData().getColumnCount()];
      for (int i = 0; i < values.length; i++) {
        values[i] = result.getString(i + 1);
      }
    }
  }
}
