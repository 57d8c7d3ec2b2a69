package org.ara.bench.update;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import org.ara.bench.lookup.Contestant;

/** The peer: plain JDBC, a commit for each row, one statement kept prepared on each connection. */
final class JdbcUpdates implements Contestant {

  /** Without colons, after which pgbench would look for a variable. */
  static final String UPDATE =
      "UPDATE sippeers SET regseconds = ?, ipaddr = '192.0.2.7', port = 5061,"
          + " fullcontact = 'sip_peer@192.0.2.7_5061', useragent = 'bench', lastms = 0"
          + " WHERE name = ?";

  private final BlockingQueue<PreparedStatement> idle;
  private final int size;

  JdbcUpdates(Callable<Connection> connect, int connections) throws Exception {
    this.size = connections;
    this.idle = new ArrayBlockingQueue<>(connections);
    for (int i = 0; i < connections; i++) {
      idle.add(connect.call().prepareStatement(UPDATE));
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
      statement.setLong(1, System.nanoTime() % 1_000_000_000);
      statement.setString(2, peer);
      if (statement.executeUpdate() != 1) {
        throw new IllegalStateException("no peer " + peer);
      }
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
}
