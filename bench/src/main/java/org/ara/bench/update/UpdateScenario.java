package org.ara.bench.update;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ara.bench.MariaSection;
import org.ara.bench.Options;
import org.ara.bench.Scenario;
import org.ara.bench.Scratch;
import org.ara.bench.lookup.BestClients;
import org.ara.bench.lookup.Connecting;
import org.ara.bench.lookup.Contestant;
import org.ara.bench.lookup.Peers;
import org.ara.bench.lookup.PgBench;
import org.ara.bench.lookup.Round;
import org.ara.driver.sql.schema.Flavour;
import org.ara.realtime.Realtime;
import org.ara.realtime.library.Setup;
import org.ara.realtime.library.StandaloneRealtime;
import org.ara.testkit.mariadb.MariaDatabase;
import org.ara.testkit.mariadb.MariaServer;
import org.ara.testkit.postgres.PostgresDatabase;
import org.ara.testkit.postgres.PostgresServer;

/**
 * Writes the registration columns of random peers, durably, through Ara and as one commit for each
 * row in turns.
 */
public final class UpdateScenario implements Scenario {

  private static final int PEERS = 10_000;
  private static final int ROUNDS = 5;

  @Override
  public String summary() {
    return "a registration's columns, durably, beside single-row commits"
        + " [--seconds N] [--callers N] [--rounds N]";
  }

  @Override
  public void run(Options options, PrintStream out) throws Exception {
    options.only(Set.of("seconds", "callers", "rounds"));
    int seconds = options.get("seconds", 2);
    int rounds = options.get("rounds", ROUNDS);
    int callers = options.get("callers", 64);
    try (Scratch scratch = Scratch.create();
        PostgresServer server = PostgresServer.launchNew();
        MariaServer mariadb = MariaServer.launchNew()) {
      Path directory = scratch.path();
      PostgresDatabase postgres = server.createDatabase();
      Path file = directory.resolve("ara.sqlite3");
      MariaDatabase maria = mariadb.createDatabase();
      Peers.fill(PEERS, maria.connect(), Flavour.MYSQL);
      Peers.fill(PEERS, postgres.connect(), Flavour.POSTGRESQL);
      Peers.fill(PEERS, DriverManager.getConnection("jdbc:sqlite:" + file), Flavour.SQLITE);
      try (StandaloneRealtime ara = new Setup(directory, files(postgres, maria)).start()) {
        Realtime realtime = ara.realtime();
        out.printf(
            Locale.ROOT,
            "%d callers, medians of %d rounds of %d s in turns, %d processors%n",
            callers,
            rounds,
            seconds,
            Runtime.getRuntime().availableProcessors());
        out.printf(
            "%-8s %-16s %10s %9s %9s %7s%n",
            "storage", "", "updates/s", "p50 us", "p99 us", "ratio");
        Turns turns = new Turns(out, callers, rounds, seconds * 1_000_000_000L);
        turns.compare(
            "pgsql",
            new RealtimeUpdates(realtime, "pgpeers"),
            best(postgres::connect, callers, seconds, 4, 8, 16, 32),
            pgbench(postgres, directory, seconds));
        turns.compare(
            "sqlite3",
            new RealtimeUpdates(realtime, "sqlitepeers"),
            new JdbcUpdates(() -> durable(file), 1),
            Optional.empty());
        turns.compare(
            "mysql",
            new RealtimeUpdates(realtime, "mysqlpeers"),
            best(() -> MariaSection.connect(maria), callers, seconds, 1, 4, 8, 16, 64),
            Optional.empty());
      }
    }
  }

  /** Plain JDBC with the number of connections that suits it best. */
  private static Contestant best(
      Callable<Connection> connect, int callers, int seconds, int... numbers) throws Exception {
    return Connecting.fastest(
        number -> new JdbcUpdates(connect, number),
        callers,
        seconds * 500_000_000L,
        PEERS,
        numbers);
  }

  private static Optional<BestClients> pgbench(
      PostgresDatabase postgres, Path directory, int seconds) throws Exception {
    Optional<Path> program = PgBench.find();
    if (program.isEmpty()) {
      return Optional.empty();
    }
    String script =
        "\\set id random(%d, %d)\n\\set now random(1, 1000000000)\n%s;\n"
            .formatted(
                Peers.FIRST,
                Peers.FIRST + PEERS - 1,
                JdbcUpdates.UPDATE.replaceFirst("\\?", ":now").replaceFirst("\\?", ":id"));
    return Optional.of(
        BestClients.find(
            PgBench.of(program.get(), postgres, directory, script), seconds, 4, 8, 16, 32, 64));
  }

  private static Connection durable(Path file) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = FULL");
      statement.execute("PRAGMA busy_timeout = 5000");
    }
    return connection;
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
            + "\nuser = postgres\n");
  }

  /** Lets contestants take turns and prints the medians of their rounds. */
  private record Turns(PrintStream out, int callers, int rounds, long nanos) {

    void compare(String storage, Contestant ara, Contestant peer, Optional<BestClients> pgbench)
        throws Exception {
      List<Round> ours = new ArrayList<>();
      List<Round> theirs = new ArrayList<>();
      List<Double> best = new ArrayList<>();
      try (ara;
          peer) {
        Round.run(ara, callers, nanos, PEERS);
        for (int i = 0; i < rounds; i++) {
          ours.add(Round.run(ara, callers, nanos, PEERS));
          theirs.add(Round.run(peer, callers, nanos, PEERS));
          if (pgbench.isPresent()) {
            best.add(pgbench.get().rate());
          }
        }
      }
      Round our = Round.median(ours);
      Round their = Round.median(theirs);
      print(storage, ara.name(), our, our.perSecond() / their.perSecond());
      print(storage, peer.name(), their, 1);
      if (pgbench.isPresent()) {
        double rate = best.stream().sorted().toList().get(rounds / 2);
        out.printf(
            Locale.ROOT,
            "%-8s %-16s %10.0f %27s Ara's ratio to it: %.2f%n",
            storage,
            pgbench.get().name(),
            rate,
            "",
            our.perSecond() / rate);
      }
    }

    private void print(String storage, String name, Round round, double ratio) {
      out.printf(
          Locale.ROOT,
          "%-8s %-16s %10.0f %9.0f %9.0f %7.2f%n",
          storage,
          name,
          round.perSecond(),
          round.p50Micros(),
          round.p99Micros(),
          ratio);
    }
  }
}
