package org.ara.driver.sql.mysql;

import org.ara.driver.sql.Requirements;
import org.ara.driver.sql.server.Limits;

/**
 * One section of {@code res_config_mysql.conf}.
 *
 * @param section its name
 * @param host where the server is
 * @param port its TCP port
 * @param database which of its databases
 * @param user who we are
 * @param password never printed
 * @param sslMode {@code disable}, {@code trust}, {@code verify-ca} or {@code verify-full}
 * @param limits how much it is asked to do, and how long that may take
 * @param ordered whether many rows come ordered by the first column searched
 * @param requirements what to do about columns that are missing
 */
record MysqlSettings(
    String section,
    String host,
    int port,
    String database,
    String user,
    String password,
    String sslMode,
    Limits limits,
    boolean ordered,
    Requirements requirements) {

  /** Everything but the password. */
  @Override
  public String toString() {
    return "[" + section + "] " + where();
  }

  String where() {
    return user + "@" + host + ":" + port + "/" + database;
  }
}
