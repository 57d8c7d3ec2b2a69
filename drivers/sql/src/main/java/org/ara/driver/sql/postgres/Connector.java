package org.ara.driver.sql.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Makes connections to one PostgreSQL database, with a deadline on everything. */
final class Connector {

  private final PostgresSettings settings;

  Connector(PostgresSettings settings) {
    this.settings = settings;
  }

  /** A source of new connections for the pool. */
  DataSource dataSource() {
    PGSimpleDataSource source = new HandshakeDataSource();
    source.setServerNames(new String[] {settings.host()});
    source.setPortNumbers(new int[] {settings.port()});
    source.setDatabaseName(settings.database());
    source.setUser(settings.user());
    source.setPassword(settings.password());
    source.setSslMode(settings.sslMode());
    source.setConnectTimeout(seconds(settings.connectDeadline()));
    source.setLoginTimeout(seconds(settings.connectDeadline()));
    source.setSocketTimeout(seconds(settings.connectDeadline()));
    source.setCancelSignalTimeout(seconds(settings.connectDeadline()));
    source.setTcpKeepAlive(true);
    source.setOptions("-c statement_timeout=" + settings.statementDeadline().toMillis());
    // Values without a type and as text: the server converts both ways, as it would with psql.
    source.setStringType("unspecified");
    source.setBinaryTransfer(false);
    // The detail of an error shows the row, secrets included.
    source.setLogServerErrorDetail(false);
    if (!settings.application().isEmpty()) {
      source.setApplicationName(settings.application());
    }
    return source;
  }

  /** Connects and disconnects; returns if that worked. */
  void probe() throws SQLException {
    try (Connection connection = dataSource().getConnection()) {
      connection.getMetaData();
    }
  }

  private static int seconds(Duration duration) {
    return (int) Math.max(1, (duration.toMillis() + 999) / 1000);
  }
}
