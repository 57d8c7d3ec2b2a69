package org.ara.bench.files;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ara.bench.MariaSection;
import org.ara.bench.Options;
import org.ara.bench.Scenario;
import org.ara.bench.Scratch;
import org.ara.config.Configuration;
import org.ara.driver.sql.schema.Flavour;
import org.ara.pbx.dialplan.DialplanLoader;
import org.ara.pbx.dialplan.Switches;
import org.ara.pbx.variable.VariableScope;
import org.ara.testkit.mariadb.MariaDatabase;
import org.ara.testkit.mariadb.MariaServer;
import org.ara.testkit.postgres.PostgresDatabase;
import org.ara.testkit.postgres.PostgresServer;

/** Loads files of 10,000 to 1,000,000 rows from each database, beside reading the rows by JDBC. */
public final class StaticScenario implements Scenario {

  private static final long WARM_UP = 5_000_000_000L;
  private static final List<Integer> SIZES = List.of(10_000, 100_000, 1_000_000);

  @Override
  public String summary() {
    return "files of 10,000 to 1,000,000 rows, beside reading them by JDBC [--rows N] [--rounds N]";
  }

  @Override
  public void run(Options options, PrintStream out) throws Exception {
    options.only(Set.of("rows", "rounds"));
    int rounds = options.get("rounds", 5);
    List<Integer> sizes =
        options.values().containsKey("rows") ? List.of(options.get("rows", 1)) : SIZES;
    out.printf(
        Locale.ROOT,
        "Medians of %d rounds in turns, after five seconds to warm up%n%-8s %9s %10s %12s %6s %13s %6s %8s %14s%n",
        rounds,
        "storage",
        "rows",
        "JDBC ms",
        "plain ms",
        "ratio",
        "dialplan ms",
        "ratio",
        "kept MB",
        "least heap MB");
    try (Scratch scratch = Scratch.create();
        PostgresServer postgres = PostgresServer.launchNew();
        MariaServer maria = MariaServer.launchNew()) {
      Path directory = scratch.path();
      PostgresDatabase pg = postgres.createDatabase();
      MariaDatabase my = maria.createDatabase();
      String sqlite = "jdbc:sqlite:" + directory.resolve("ara.sqlite3");
      configure(directory, pg, my);
      for (int rows : sizes) {
        measure(
            "sqlite3",
            () -> DriverManager.getConnection(sqlite),
            Flavour.SQLITE,
            directory,
            rows,
            rounds,
            out);
        measure("pgsql", pg::connect, Flavour.POSTGRESQL, directory, rows, rounds, out);
        measure("mysql", my::connect, Flavour.MYSQL, directory, rows, rounds, out);
      }
    }
  }

  private static void configure(Path directory, PostgresDatabase pg, MariaDatabase my)
      throws Exception {
    Files.writeString(
        directory.resolve("res_config_sqlite3.conf"), "[general]\n[ara]\ndbfile = ara.sqlite3\n");
    Files.writeString(
        directory.resolve("res_pgsql.conf"),
        "[ara]\nhostname = 127.0.0.1\nport = %d\ndbname = %s\nuser = %s\n"
            .formatted(pg.server().port(), pg.name(), pg.server().user()));
    Files.writeString(
        directory.resolve("res_config_mysql.conf"),
        MariaSection.text(my).replace("[general]", "[ara]"));
  }

  private static void measure(
      String driver,
      Callable<Connection> connect,
      Flavour flavour,
      Path directory,
      int rows,
      int rounds,
      PrintStream out)
      throws Exception {
    FileTable.create(connect.call(), flavour, rows);
    Files.writeString(
        directory.resolve("extconfig.conf"),
        "[settings]\nglobal => " + driver + ",ara,ast_config\n");
    double[] jdbc = new double[rounds];
    double[] plain = new double[rounds];
    double[] jdbcDialplan = new double[rounds];
    double[] dialplan = new double[rounds];
    long kept = 0;
    try (Connection connection = connect.call();
        StoredFiles files = StoredFiles.open(directory)) {
      long warm = System.nanoTime() + WARM_UP;
      for (int round = -1; round < rounds; ) {
        int at = Math.max(0, round);
        jdbc[at] = millis(() -> FileTable.read(connection, FileTable.PLAIN), rows);
        plain[at] = millis(() -> lines(files.load(FileTable.PLAIN)), rows);
        jdbcDialplan[at] = millis(() -> FileTable.read(connection, FileTable.DIALPLAN), rows);
        dialplan[at] = millis(() -> steps(files.load(FileTable.DIALPLAN)), rows);
        round += System.nanoTime() < warm ? 0 : 1;
      }
      long before = used();
      Configuration held = files.load(FileTable.PLAIN);
      kept = used() - before;
      if (lines(held) != rows) {
        throw new IllegalStateException("not all rows were loaded");
      }
    }
    out.printf(
        Locale.ROOT,
        "%-8s %9d %10.0f %12.0f %6.2f %13.0f %6.2f %8d %14d%n",
        driver,
        rows,
        median(jdbc),
        median(plain),
        median(plain) / median(jdbc),
        median(dialplan),
        median(dialplan) / median(jdbcDialplan),
        kept >> 20,
        LeastHeap.megabytes(directory, FileTable.PLAIN, rows));
  }

  static int lines(Configuration configuration) {
    return configuration.categories().stream().mapToInt(c -> c.variables().size()).sum();
  }

  private static int steps(Configuration configuration) {
    return new DialplanLoader(new Switches(), Clock.systemDefaultZone())
        .load(configuration, VariableScope.EMPTY).dialplan().contexts().stream()
            .flatMap(context -> context.extensions().stream())
            .mapToInt(extension -> extension.steps().size())
            .sum();
  }

  private static double millis(Callable<Integer> work, int expected) throws Exception {
    long started = System.nanoTime();
    int done = work.call();
    long took = System.nanoTime() - started;
    if (done != expected) {
      throw new IllegalStateException(done + " of " + expected);
    }
    return took / 1e6;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
