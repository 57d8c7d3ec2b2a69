package org.ara.bench.cache;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.ara.bench.Scratch;
import org.ara.driver.sql.schema.Flavour;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Realtime;
import org.ara.realtime.Row;
import org.ara.realtime.library.Setup;
import org.ara.realtime.library.StandaloneRealtime;
import org.ara.realtime.status.FeedStatus;
import org.ara.testkit.postgres.PostgresDatabase;
import org.ara.testkit.postgres.PostgresServer;

/**
 * How soon a change made through one engine is seen in the cache of another, which share nothing
 * but the database.
 *
 * @param changes how many changes, one after the other
 */
record Propagation(int changes) {

  private static final int PEERS = 1000;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  void run(PrintStream out) throws Exception {
    CacheScenario.line(
        out, "%nFrom a change's answer until another engine's cache has it, %d changes", changes);
    CacheScenario.line(out, "%-10s %10s %10s %10s", "storage", "p50 ms", "p99 ms", "worst ms");
    try (Scratch scratch = Scratch.create()) {
      String url = "jdbc:sqlite:" + scratch.path().resolve("ara.sqlite3");
      measure(
          "sqlite3",
          scratch.path(),
          () -> DriverManager.getConnection(url),
          Flavour.SQLITE,
          Map.of(
              "res_config_sqlite3.conf",
              "[ara]\ndbfile = " + scratch.path().resolve("ara.sqlite3") + "\n"),
          out);
    }
    try (Scratch scratch = Scratch.create();
        PostgresServer server = PostgresServer.launchNew(Map.of())) {
      PostgresDatabase database = server.createDatabase();
      measure("pgsql", scratch.path(), database::connect, Flavour.POSTGRESQL, files(database), out);
    }
  }

  private void measure(
      String driver,
      Path directory,
      Callable<Connection> connect,
      Flavour flavour,
      Map<String, String> files,
      PrintStream out)
      throws Exception {
    PeerTable.create(connect.call(), flavour, PEERS);
    tell(connect, flavour);
    try (StandaloneRealtime writer = start(directory, "writer", driver, files);
        StandaloneRealtime reader = start(directory, "reader", driver, files)) {
      if (!awaitFeed(reader)) {
        CacheScenario.line(
            out, "%-10s no feed: %s", driver, reader.inspection().feeds().getFirst().detail());
        return;
      }
      double[] millis = new double[changes];
      Random random = new Random(2);
      for (int i = 0; i < changes; i++) {
        millis[i] = change(writer.realtime(), reader.realtime(), "peer" + random.nextInt(PEERS), i);
      }
      Arrays.sort(millis);
      CacheScenario.line(
          out,
          "%-10s %10.2f %10.2f %10.2f",
          driver,
          millis[changes / 2],
          millis[changes * 99 / 100],
          millis[changes - 1]);
    }
  }

  private static double change(Realtime writer, Realtime reader, String name, int number) {
    String value = "agent " + number;
    reader.find("sippeers", "name", name);
    List<Condition> key = List.of(Condition.equal("name", name));
    if (!(writer.update("sippeers", key, List.of(new Field("useragent", value)))
        instanceof Change.Done)) {
      throw new IllegalStateException("the change was not made");
    }
    long began = System.nanoTime();
    while (!(reader.find("sippeers", "name", name) instanceof Lookup.Found<Row>(Row row)
        && value.equals(row.stored("useragent")))) {
      if (System.nanoTime() - began > PATIENCE.toNanos()) {
        throw new IllegalStateException("the change was never seen");
      }
      LockSupport.parkNanos(100_000);
    }
    return (System.nanoTime() - began) / 1e6;
  }

  /** Installs what the database needs to tell of its changes. */
  private static void tell(Callable<Connection> connect, Flavour flavour) throws Exception {
    try (Connection connection = connect.call();
        Statement statement = connection.createStatement()) {
      for (String sql : FeedTriggers.of(flavour)) {
        statement.execute(sql);
      }
    }
  }

  private static StandaloneRealtime start(
      Path parent, String name, String driver, Map<String, String> files) throws Exception {
    Path directory = directory(parent, name);
    Map<String, String> all = new java.util.HashMap<>(files);
    all.put("extconfig.conf", "[settings]\nsippeers => " + driver + ",ara,sippeers\n");
    all.put("realtime.conf", "[sippeers]\ncache = feed\n");
    return new Setup(directory, all).start();
  }

  private static Path directory(Path parent, String name) throws IOException {
    return Files.createDirectories(parent.resolve(name));
  }

  private static boolean awaitFeed(StandaloneRealtime engine) throws Exception {
    long began = System.nanoTime();
    while (System.nanoTime() - began < PATIENCE.toNanos() / 2) {
      if (engine.inspection().feeds().stream().anyMatch(FeedStatus::live)) {
        return true;
      }
      LockSupport.parkNanos(10_000_000);
    }
    return false;
  }

  private static Map<String, String> files(PostgresDatabase database) {
    return Map.of(
        "res_pgsql.conf",
        "[general]\nhostname = 127.0.0.1\nport = "
            + database.server().port()
            + "\ndbname = "
            + database.name()
            + "\nuser = postgres\n");
  }
}
