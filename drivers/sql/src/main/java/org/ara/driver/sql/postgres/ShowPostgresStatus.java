package org.ara.driver.sql.postgres;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ara.driver.sql.SqlDriver;
import org.ara.driver.sql.server.Elapsed;
import org.ara.module.Command;

/** {@code realtime show pgsql status}: whether the servers are there, and since when. */
final class ShowPostgresStatus implements Command {

  private final SqlDriver<PostgresDatabase> driver;

  ShowPostgresStatus(SqlDriver<PostgresDatabase> driver) {
    this.driver = driver;
  }

  @Override
  public List<String> words() {
    return List.of("realtime", "show", "pgsql", "status");
  }

  @Override
  public String summary() {
    return "Show connection information for the PostgreSQL driver";
  }

  @Override
  public String usage() {
    return "Usage: realtime show pgsql status\n       Shows the connections of "
        + PostgresModule.FILE;
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    if (!arguments.isEmpty()) {
      return Status.USAGE;
    }
    if (driver.databases().isEmpty()) {
      out.line("No connections in " + PostgresModule.FILE + ".");
      return Status.SUCCESS;
    }
    Status status = Status.SUCCESS;
    for (PostgresDatabase database : driver.databases().values()) {
      Optional<Instant> since = database.upSince();
      out.line(since.map(up -> connected(database, up)).orElseGet(() -> unable(database)));
      if (since.isEmpty()) {
        status = Status.FAILURE;
      }
    }
    return status;
  }

  private static String connected(PostgresDatabase database, Instant since) {
    return "Connected to "
        + where(database)
        + " for "
        + Elapsed.inWords(Duration.between(since, Instant.now()));
  }

  private static String unable(PostgresDatabase database) {
    return "Unable to connect " + where(database);
  }

  private static String where(PostgresDatabase database) {
    PostgresSettings to = database.settings();
    return to.database() + "@" + to.host() + ", port " + to.port() + " with username " + to.user();
  }
}
