package org.ara.driver.sql.mysql;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ara.driver.sql.SqlDriver;
import org.ara.driver.sql.server.Elapsed;
import org.ara.module.Command;

/** {@code realtime mysql status}: whether the servers are there, and since when. */
final class ShowMysqlStatus implements Command {

  private final SqlDriver<MysqlDatabase> driver;

  ShowMysqlStatus(SqlDriver<MysqlDatabase> driver) {
    this.driver = driver;
  }

  @Override
  public List<String> words() {
    return List.of("realtime", "mysql", "status");
  }

  @Override
  public String summary() {
    return "Show connection information for the MySQL driver";
  }

  @Override
  public String usage() {
    return "Usage: realtime mysql status\n       Shows the connections of " + MysqlModule.FILE;
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    if (!arguments.isEmpty()) {
      return Status.USAGE;
    }
    if (driver.databases().isEmpty()) {
      out.line("No connections in " + MysqlModule.FILE + ".");
      return Status.SUCCESS;
    }
    Status status = Status.SUCCESS;
    for (MysqlDatabase database : driver.databases().values()) {
      Optional<Instant> since = database.upSince();
      out.line(line(database.settings(), since));
      if (since.isEmpty()) {
        status = Status.FAILURE;
      }
    }
    return status;
  }

  private static String line(MysqlSettings to, Optional<Instant> since) {
    String where =
        to.database() + "@" + to.host() + ", port " + to.port() + " with username " + to.user();
    return since
        .map(
            up ->
                to.section()
                    + " connected to "
                    + where
                    + " for "
                    + Elapsed.inWords(Duration.between(up, Instant.now()))
                    + ".")
        .orElse(to.section() + " configured for " + where + ", and not connected.");
  }
}
