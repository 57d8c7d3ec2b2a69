package org.ara.bench.outage;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.ara.bench.Options;
import org.ara.bench.Scenario;
import org.ara.bench.Scratch;
import org.ara.bench.cache.PeerTable;
import org.ara.driver.sql.schema.Flavour;
import org.ara.realtime.library.Setup;
import org.ara.testkit.postgres.PostgresDatabase;
import org.ara.testkit.postgres.PostgresServer;

/**
 * Kills a PostgreSQL server under lookups of known peers and starts it again: with copies, with a
 * second mapping, and with neither, side by side.
 */
public final class OutageScenario implements Scenario {

  private static final int PEERS = 10_000;
  private static final int DEADLINE_MILLIS = 500;
  private static final long SECOND = 1_000_000_000L;

  @Override
  public String summary() {
    return "a database killed under load and started again [--seconds N] [--rate N]";
  }

  @Override
  public void run(Options options, PrintStream out) throws Exception {
    options.only(Set.of("seconds", "rate"));
    int seconds = options.get("seconds", 60);
    int rate = options.get("rate", 2000);
    out.println("Preparing " + PEERS + " peers in PostgreSQL and, as its spare, in SQLite ...");
    try (Scratch scratch = Scratch.create();
        PostgresServer server = PostgresServer.launchNew(Map.of("max_connections", "60"))) {
      PostgresDatabase database = server.createDatabase();
      PeerTable.create(database.connect(), Flavour.POSTGRESQL, PEERS);
      Path spare = scratch.path().resolve("spare.sqlite3");
      PeerTable.create(DriverManager.getConnection("jdbc:sqlite:" + spare), Flavour.SQLITE, PEERS);
      List<Contestant> contestants = new ArrayList<>();
      try {
        contestants.add(start("copies", "on_outage = stale", "", scratch, database));
        contestants.add(
            start(
                "next mapping",
                "on_outage = next",
                "sippeers => sqlite3,ara,sippeers,2\n",
                scratch,
                database));
        contestants.add(start("neither", "on_outage = next", "", scratch, database));
        measure(contestants, server, database, seconds, rate, out);
      } finally {
        for (Contestant contestant : contestants) {
          contestant.engine().close();
        }
      }
    }
  }

  private static void measure(
      List<Contestant> contestants,
      PostgresServer server,
      PostgresDatabase database,
      int seconds,
      int rate,
      PrintStream out)
      throws Exception {
    for (Contestant contestant : contestants) {
      contestant.warmUp(PEERS);
    }
    Registrations registrations = new Registrations(contestants.getFirst().engine().realtime());
    for (Contestant contestant : contestants) {
      contestant.begin(PEERS, rate);
    }
    LockSupport.parkNanos(5 * SECOND);
    long killed = System.nanoTime();
    server.kill();
    LockSupport.parkNanos(seconds * SECOND);
    server.restart();
    awaitConnection(database);
    long back = System.nanoTime();
    for (Contestant contestant : contestants) {
      contestant.awaitNormal(back);
    }
    LockSupport.parkNanos(5 * SECOND);
    for (Contestant contestant : contestants) {
      contestant.end();
    }
    registrations.close();
    print(contestants, killed, back, seconds, rate, out);
    line(
        out,
        "Registrations: %d acknowledged, %d refused; acknowledged but missing after the restart: %d",
        registrations.done(),
        registrations.refused(),
        registrations.missing(database));
  }

  private static void print(
      List<Contestant> contestants,
      long killed,
      long back,
      int seconds,
      int rate,
      PrintStream out) {
    line(
        out,
        "%nDatabase away for %d s (%.1f s until it took connections), %d lookups/s each, deadline %d ms",
        seconds,
        (back - killed) / 1e9,
        rate,
        DEADLINE_MILLIS);
    line(
        out,
        "%-14s %9s %9s %12s %14s %9s %10s %12s",
        "",
        "lookups",
        "failed",
        "after 1st dl",
        "after return",
        "p99 ms",
        "worst ms",
        "normal in ms");
    for (Contestant contestant : contestants) {
      Tally tally = contestant.tally(killed, back, DEADLINE_MILLIS);
      line(
          out,
          "%-14s %9d %9d %12d %14d %9.1f %10.1f %12.0f",
          contestant.name(),
          tally.lookups(),
          tally.failed(),
          tally.failedLater(),
          tally.failedAfterReturn(),
          tally.p99Millis(),
          tally.worstMillis(),
          contestant.normalMillis());
    }
    out.println(
        "failed: not found though known; after 1st dl: of those, begun later than one deadline after"
            + " the kill, before its return; after return: begun later than 2 s after it");
  }

  private static Contestant start(
      String name, String policy, String spare, Scratch scratch, PostgresDatabase database)
      throws Exception {
    Path directory = Files.createDirectories(scratch.path().resolve(name.replace(' ', '-')));
    Map<String, String> files =
        Map.of(
            "extconfig.conf",
            "[settings]\nsippeers => pgsql,general,sippeers\n" + spare,
            "realtime.conf",
            "[sippeers]\n" + policy + "\ndeadline = " + DEADLINE_MILLIS + "\n",
            "res_config_sqlite3.conf",
            "[ara]\ndbfile = " + scratch.path().resolve("spare.sqlite3") + "\n",
            "res_pgsql.conf",
            "[general]\nhostname = 127.0.0.1\nport = "
                + database.server().port()
                + "\ndbname = "
                + database.name()
                + "\nuser = postgres\n");
    return new Contestant(name, new Setup(directory, files).start());
  }

  private static void awaitConnection(PostgresDatabase database) {
    for (; ; ) {
      try (Connection connection = database.connect()) {
        if (connection.isValid(1)) {
          return;
        }
      } catch (SQLException notYet) {
        LockSupport.parkNanos(10_000_000);
      }
    }
  }

  private static void line(PrintStream out, String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
