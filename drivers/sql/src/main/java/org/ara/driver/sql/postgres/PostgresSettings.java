package org.ara.driver.sql.postgres;

import java.time.Duration;

/**
 * One section of {@code res_pgsql.conf}.
 *
 * @param section its name
 * @param host where the server is
 * @param port its TCP port
 * @param database which of its databases
 * @param user who we are
 * @param password never printed
 * @param application what the server shows us as; empty for the driver's default
 * @param sslMode {@code disable}, {@code prefer}, {@code require}, {@code verify-ca} or {@code
 *     verify-full}
 * @param connections how many connections there may be
 * @param maxWaiting how many operations may wait for one
 * @param connectDeadline how long making a connection may take
 * @param statementDeadline how long a statement may take
 * @param turnDeadline how long an operation waits for a connection
 * @param ordered whether many rows come ordered by the first column searched
 */
record PostgresSettings(
    String section,
    String host,
    int port,
    String database,
    String user,
    String password,
    String application,
    String sslMode,
    int connections,
    int maxWaiting,
    Duration connectDeadline,
    Duration statementDeadline,
    Duration turnDeadline,
    boolean ordered) {

  /** What beyond the server's own deadline proves that the server or the network is gone. */
  static final Duration GRACE = Duration.ofSeconds(1);

  /** Everything but the password. */
  @Override
  public String toString() {
    return "[" + section + "] " + where();
  }

  String where() {
    return user + "@" + host + ":" + port + "/" + database;
  }
}
