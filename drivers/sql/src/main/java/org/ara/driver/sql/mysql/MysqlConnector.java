package org.ara.driver.sql.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.ara.driver.sql.server.Limits;
import org.ara.driver.sql.server.ServerConnector;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.Driver;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * Makes connections to one database of a MySQL or MariaDB server, with a deadline on everything and
 * a session that does not depend on how the server is configured.
 */
final class MysqlConnector implements ServerConnector {

  private static final String UNHURRIED =
      "SET lock_wait_timeout=30 /*M!100101 , max_statement_time=0 */"
          + " /*!50708 , max_execution_time=0 */";

  private final String url;
  private final Properties properties = new Properties();
  private final String session;

  MysqlConnector(MysqlSettings settings) {
    Limits limits = settings.limits();
    this.session = session(limits.statementDeadline());
    String connecting = Long.toString(limits.connectDeadline().toMillis());
    this.url =
        "jdbc:mariadb://address=(host="
            + settings.host()
            + ")(port="
            + settings.port()
            + ")/"
            + settings.database();
    set("user", settings.user());
    set("password", settings.password());
    set("sslMode", settings.sslMode());
    set("connectTimeout", connecting);
    set("socketTimeout", connecting);
    set("retriesAllDown", "1");
    set("tcpKeepAlive", "true");
    set("initSql", session);
    set("useServerPrepStmts", "true");
    set("cachePrepStmts", "true");
    // An update that writes what was there already has found its row.
    set("useAffectedRows", "false");
    // Values as the server prints them.
    set("tinyInt1isBit", "false");
    set("transformedBitIsBoolean", "false");
    set("yearIsDateType", "false");
    // The text of a failed statement would show its values.
    set("dumpQueriesOnException", "false");
  }

  private void set(String name, String value) {
    properties.setProperty(name, value);
  }

  @Override
  public DataSource dataSource() {
    return new Handshake();
  }

  /** A connection whose statements may take their time. */
  Connection own() throws SQLException {
    Connection connection = dataSource().getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute(UNHURRIED);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** A statement lasts until its last row is sent, and waits for the reader to take each. */
  @Override
  public Optional<Unhurried> unhurried() {
    return Optional.of(new Unhurried(UNHURRIED, session));
  }

  @Override
  public String advice(SQLException failure) {
    return switch (failure.getErrorCode()) {
      case 1044, 1045, 1698 ->
          "correct dbuser and dbpass, or grant access; see " + MysqlModule.FILE;
      case 1049 -> "create the database, or correct dbname in " + MysqlModule.FILE;
      case 1040, 1203, 1226 -> "raise max_connections of the server or of its user";
      case 1129, 1130 -> "let the server accept connections from this host";
      default -> "start the server, or correct dbhost and dbport in " + MysqlModule.FILE;
    };
  }

  /**
   * Wrong values are refused instead of bent, a backslash is an escape in a literal, and no
   * statement, nor its waiting for a lock, takes longer than it may. The comments are read by
   * MariaDB and by MySQL respectively: MariaDB ends every statement at its deadline, so there the
   * lock's must be later; MySQL ends only queries.
   */
  private static String session(Duration statement) {
    long seconds = Math.max(1, (statement.toMillis() + 999) / 1000);
    return "SET sql_mode='STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'"
        + " /*M!100101 "
        + lockWaits(seconds + 1)
        + String.format(Locale.ROOT, ", max_statement_time=%.3f", statement.toMillis() / 1000.0)
        + " */ /*!50708 "
        + lockWaits(seconds)
        + ", max_execution_time="
        + statement.toMillis()
        + " */";
  }

  private static String lockWaits(long seconds) {
    return ", innodb_lock_wait_timeout=" + seconds + ", lock_wait_timeout=" + seconds;
  }

  /**
   * Connections whose socket has a timeout only while they are being made: later on the pool's
   * watchdog looks after all of them, as a timeout on every read costs more than the statement.
   */
  private final class Handshake extends MariaDbDataSource {

    @Override
    public Connection getConnection() throws SQLException {
      Connection connection = Driver.connect(Configuration.parse(url, properties));
      connection.setNetworkTimeout(Runnable::run, 0);
      return connection;
    }
  }
}
