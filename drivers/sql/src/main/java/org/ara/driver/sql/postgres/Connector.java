package org.ara.driver.sql.postgres;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;
import org.ara.driver.sql.server.Limits;
import org.ara.driver.sql.server.ServerConnector;
import org.postgresql.ds.PGSimpleDataSource;

/** Makes connections to one PostgreSQL database, with a deadline on everything. */
final class Connector implements ServerConnector {

  private final PostgresSettings settings;

  Connector(PostgresSettings settings) {
    this.settings = settings;
  }

  @Override
  public DataSource dataSource() {
    Limits limits = settings.limits();
    PGSimpleDataSource source = new HandshakeDataSource();
    source.setServerNames(new String[] {settings.host()});
    source.setPortNumbers(new int[] {settings.port()});
    source.setDatabaseName(settings.database());
    source.setUser(settings.user());
    source.setPassword(settings.password());
    source.setSslMode(settings.sslMode());
    source.setConnectTimeout(seconds(limits.connectDeadline()));
    source.setLoginTimeout(seconds(limits.connectDeadline()));
    source.setSocketTimeout(seconds(limits.connectDeadline()));
    source.setCancelSignalTimeout(seconds(limits.connectDeadline()));
    source.setTcpKeepAlive(true);
    source.setOptions("-c statement_timeout=" + limits.statementDeadline().toMillis());
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

  @Override
  public String advice(SQLException failure) {
    return switch (Objects.requireNonNullElse(failure.getSQLState(), "")) {
      case "28P01", "28000" -> "correct user and password in " + PostgresModule.FILE;
      case "3D000" -> "create the database, or correct dbname in " + PostgresModule.FILE;
      case "53300" -> "raise max_connections of the server";
      case "57P03" -> "it is starting up or shutting down";
      default -> "start the server, or correct hostname and port in " + PostgresModule.FILE;
    };
  }

  private static int seconds(Duration duration) {
    return (int) Math.max(1, (duration.toMillis() + 999) / 1000);
  }
}
