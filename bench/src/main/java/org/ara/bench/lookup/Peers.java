package org.ara.bench.lookup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.ara.driver.sql.schema.Flavour;
import org.ara.driver.sql.schema.WellKnownTables;

/** The peers of the benchmarks. Their names are numbers, which pgbench can make as well. */
public final class Peers {

  /** The name of the first. */
  public static final int FIRST = 100_000;

  private Peers() {}

  /** The name of the one with this number, from 0 on. */
  public static String name(int index) {
    return Integer.toString(FIRST + index);
  }

  /** Peers as a provider has them: a third of the columns set. */
  public static void fill(int count, Connection opened, Flavour flavour) throws SQLException {
    List<String> schema = new ArrayList<>(new WellKnownTables(flavour).of("sippeers"));
    try (Connection connection = opened;
        Statement statement = connection.createStatement()) {
      for (String sql : schema) {
        statement.execute(sql);
      }
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement(
              "INSERT INTO sippeers (name, context, callerid, secret, defaultuser, allow, mailbox,"
                  + " ipaddr, port, regseconds, fullcontact, useragent, nat, dtmfmode, language)"
                  + " VALUES (?, 'phones', ?, 'not-a-secret', ?, 'ulaw;alaw', ?, '192.0.2.1', 5060,"
                  + " 1795389063, ?, 'bench', 'force_rport,comedia', 'rfc2833', 'en')")) {
        for (int i = 0; i < count; i++) {
          insert.setString(1, Peers.name(i));
          insert.setString(2, "Peer " + i + " <" + i + ">");
          insert.setString(3, "peer" + i);
          insert.setString(4, i + "@default");
          insert.setString(5, "sip:peer" + i + "@192.0.2.1:5060");
          insert.addBatch();
        }
        insert.executeBatch();
      }
      connection.commit();
      connection.setAutoCommit(true);
      statement.execute(flavour == Flavour.MYSQL ? "ANALYZE TABLE sippeers" : "ANALYZE");
    }
  }
}
