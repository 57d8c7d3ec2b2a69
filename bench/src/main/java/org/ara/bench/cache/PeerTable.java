package org.ara.bench.cache;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.ara.driver.sql.schema.Flavour;
import org.ara.driver.sql.schema.WellKnownTables;

/** Makes the full table {@code sippeers} with peers in it, as a provider has them. */
public final class PeerTable {

  private static final String NUMBERS_OF_SQLITE =
      "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < %d)";
  private static final String NUMBERS_OF_POSTGRES =
      "WITH n(i) AS (SELECT * FROM generate_series(0, %d - 1))";

  private PeerTable() {}

  /** Makes the table with peers {@code peer0}, {@code peer1}, and so on, 15 columns of each set. */
  public static void create(Connection opened, Flavour flavour, int peers) throws SQLException {
    try (Connection connection = opened;
        Statement statement = connection.createStatement()) {
      for (String sql : new WellKnownTables(flavour).of("sippeers")) {
        statement.execute(sql);
      }
      String numbers = flavour == Flavour.SQLITE ? NUMBERS_OF_SQLITE : NUMBERS_OF_POSTGRES;
      statement.execute(
          "INSERT INTO sippeers (name, context, callerid, secret, defaultuser, allow, mailbox,"
              + " ipaddr, port, regseconds, fullcontact, useragent, nat, dtmfmode, language) "
              + String.format(java.util.Locale.ROOT, numbers, peers)
              + " SELECT 'peer' || i, 'phones', 'Peer ' || i || ' <' || i || '>', 'not-a-secret',"
              + " 'peer' || i, 'ulaw;alaw', i || '@default', '192.0.2.1', 5060, 1795389063,"
              + " 'sip:peer' || i || '@192.0.2.1:5060', 'bench', 'force_rport,comedia',"
              + " 'rfc2833', 'en' FROM n");
      statement.execute("ANALYZE");
    }
  }
}
