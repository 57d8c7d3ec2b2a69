package org.ara.bench.lookup;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ara.bench.MariaSection;
import org.ara.bench.Options;
import org.ara.bench.Scenario;
import org.ara.bench.Scratch;
import org.ara.driver.sql.schema.Flavour;
import org.ara.realtime.Realtime;
import org.ara.realtime.library.Setup;
import org.ara.realtime.library.StandaloneRealtime;
import org.ara.testkit.mariadb.MariaDatabase;
import org.ara.testkit.mariadb.MariaServer;
import org.ara.testkit.postgres.PostgresDatabase;
import org.ara.testkit.postgres.PostgresServer;
import org.jspecify.annotations.Nullable;

/**
 * Looks up one of 10,000 SIP peers by name, through Ara and by raw JDBC in turns, on PostgreSQL, on
 * SQLite and on MariaDB.
 */
public final class LookupScenario implements Scenario {

  private static final int PEERS = 10_000;
  private static final int CONNECTIONS = 8;
  private static final int ROUNDS = 5;

  @Override
  public String summary() {
    return "one of 10,000 peers by name, beside raw JDBC [--seconds N] [--callers N] [--rounds N]";
  }

  @Override
  public void run(Options options, PrintStream out) throws Exception {
    options.only(Set.of("seconds", "callers", "rounds"));
    long nanos = options.get("seconds", 2) * 1_000_000_000L;
    int rounds = options.get("rounds", ROUNDS);
    List<Integer> callers =
        options.values().containsKey("callers")
            ? List.of(options.get("callers", 1))
            : List.of(1, 64, 256);
    out.println("Preparing " + PEERS + " peers in PostgreSQL, SQLite and MariaDB ...");
    try (Scratch scratch = Scratch.create();
        PostgresServer server = PostgresServer.launchNew();
        MariaServer mariadb = MariaServer.launchNew()) {
      Path directory = scratch.path();
      String sqlite = "jdbc:sqlite:" + directory.resolve("ara.sqlite3");
      PostgresDatabase postgres = server.createDatabase();
      MariaDatabase maria = mariadb.createDatabase();
      Peers.fill(PEERS, maria.connect(), Flavour.MYSQL);
      Peers.fill(PEERS, postgres.connect(), Flavour.POSTGRESQL);
      Peers.fill(PEERS, DriverManager.getConnection(sqlite), Flavour.SQLITE);
      try (StandaloneRealtime ara = new Setup(directory, files(postgres, maria)).start()) {
        Realtime realtime = ara.realtime();
        BestClients pgbench = pgbench(postgres, directory, options.get("seconds", 2), out);
        for (int many : callers) {
          Report report = new Report(out, many, rounds, nanos, PEERS);
          int connections = Math.min(many, CONNECTIONS);
          report.compare(
              "pgsql",
              new RealtimeContestant(realtime, "pgpeers"),
              new JdbcContestant(postgres::connect, connections),
              pgbench);
          report.compare(
              "sqlite3",
              new RealtimeContestant(realtime, "sqlitepeers"),
              new JdbcContestant(() -> DriverManager.getConnection(sqlite), Math.min(many, 4)),
              null);
          report.compare(
              "mysql",
              new RealtimeContestant(realtime, "mysqlpeers"),
              Connecting.fastest(
                  number -> new JdbcContestant(() -> MariaSection.connect(maria), number),
                  many,
                  nanos / 2,
                  PEERS,
                  1,
                  4,
                  8,
                  16,
                  64),
              null);
        }
      }
    }
  }

  private static @Nullable BestClients pgbench(
      PostgresDatabase postgres, Path directory, int seconds, PrintStream out) throws Exception {
    Optional<Path> program = PgBench.find();
    if (program.isEmpty()) {
      out.println("pgbench is not installed (Debian: postgresql-contrib), so it is not measured.");
      return null;
    }
    String script =
        "\\set id random(%d, %d)\nSELECT * FROM sippeers WHERE name = :id;\n"
            .formatted(Peers.FIRST, Peers.FIRST + PEERS - 1);
    return BestClients.find(
        PgBench.of(program.get(), postgres, directory, script), seconds, 1, 4, 8, 16);
  }

  private static Map<String, String> files(PostgresDatabase postgres, MariaDatabase maria) {
    return Map.of(
        "extconfig.conf",
        "[settings]\npgpeers => pgsql,general,sippeers\nsqlitepeers => sqlite3,ara,sippeers\n"
            + "mysqlpeers => mysql,general,sippeers\n",
        "res_config_mysql.conf",
        MariaSection.text(maria),
        "res_config_sqlite3.conf",
        "[ara]\ndbfile = ara.sqlite3\n",
        "res_pgsql.conf",
        "[general]\nhostname = 127.0.0.1\nport = "
            + postgres.server().port()
            + "\ndbname = "
            + postgres.name()
            + "\nuser = postgres\nmax_connections = "
            + CONNECTIONS
            + "\n");
  }
}
