package org.ara.bench.cache;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.ara.bench.Options;
import org.ara.bench.Scenario;
import org.ara.bench.Scratch;
import org.ara.driver.sql.schema.Flavour;
import org.ara.realtime.Lookup;
import org.ara.realtime.Realtime;
import org.ara.realtime.Row;
import org.ara.realtime.library.Setup;
import org.ara.realtime.library.StandaloneRealtime;
import org.ara.realtime.status.CacheStatus;

/**
 * Answers from memory: how many a second on one thread and what they allocate, how much memory a
 * million peers take, and how soon another engine sees a change.
 */
public final class CacheScenario implements Scenario {

  private static final int HOT = 10_000;

  @Override
  public String summary() {
    return "answers from memory and how soon changes are seen [--rows N] [--seconds N] [--rounds N]"
        + " [--changes N]";
  }

  @Override
  public void run(Options options, PrintStream out) throws Exception {
    options.only(Set.of("rows", "seconds", "rounds", "changes"));
    int rows = options.get("rows", 1_000_000);
    HitRounds rounds =
        new HitRounds(options.get("rounds", 5), options.get("seconds", 2) * 1_000_000_000L);
    try (Scratch scratch = Scratch.create()) {
      Path directory = scratch.path();
      out.println("Preparing " + rows + " peers in SQLite ...");
      PeerTable.create(
          DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("ara.sqlite3")),
          Flavour.SQLITE,
          rows);
      try (StandaloneRealtime ara = new Setup(directory, files()).start()) {
        memory(ara, rows, out);
        hits(ara.realtime(), Math.min(HOT, rows), rows, rounds, out);
      }
    }
    new Propagation(options.get("changes", 300)).run(out);
  }

  /** The heap that the answers take, all of them asked for once. */
  private static void memory(StandaloneRealtime ara, int rows, PrintStream out) throws Exception {
    Realtime realtime = ara.realtime();
    HitRounds.expect(realtime.find("sippeers", "name", "peer0"), Lookup.Found.class);
    long before = HitRounds.heap();
    for (int i = 0; i < rows; i++) {
      HitRounds.expect(realtime.find("sippeers", "name", "peer" + i), Lookup.Found.class);
    }
    long taken = HitRounds.heap() - before;
    CacheStatus status = ara.inspection().caches().getFirst();
    int columns =
        ((Lookup.Found<Row>) realtime.find("sippeers", "name", "peer0")).value().columns().size();
    line(
        out,
        "%d rows of %d columns, 15 set: %.0f MiB of heap, %.0f bytes each; estimated %.0f MiB, %d"
            + " kept",
        rows,
        columns,
        taken / 1048576.0,
        taken / (double) rows,
        status.bytes() / 1048576.0,
        status.entries());
  }

  private static void hits(Realtime realtime, int hot, int rows, HitRounds rounds, PrintStream out)
      throws Exception {
    line(out, "%nOne thread, by its processor time, medians of %s", rounds);
    line(out, "%-46s %12s %14s", "", "answers/s", "bytes/answer");
    IntFunction<String> known = i -> "peer" + i;
    IntFunction<String> unknown = i -> "nobody" + i;
    ConcurrentHashMap<String, Row> map = new ConcurrentHashMap<>();
    for (int i = 0; i < hot; i++) {
      HitRounds.expect(realtime.find("sippeers", "name", unknown.apply(i)), Lookup.Absent.class);
      map.put(
          known.apply(i),
          ((Lookup.Found<Row>) realtime.find("sippeers", "name", known.apply(i))).value());
    }
    String[] hotNames = HitRounds.names(hot, hot, known);
    rounds.measure(
        "a row, one of " + hot, hotNames, name -> realtime.find("sippeers", "name", name), out);
    rounds.measure(
        "no such row, one of " + hot,
        HitRounds.names(hot, hot, unknown),
        name -> realtime.find("sippeers", "name", name),
        out);
    rounds.measure(
        "a row and one of its values",
        hotNames,
        name ->
            ((Lookup.Found<Row>) realtime.find("sippeers", "name", name)).value().stored("port"),
        out);
    rounds.measure(
        "a row, one of " + rows,
        HitRounds.names(1 << 20, rows, known),
        name -> realtime.find("sippeers", "name", name),
        out);
    rounds.measure("beside it: ConcurrentHashMap.get, one of " + hot, hotNames, map::get, out);
  }

  private static Map<String, String> files() {
    return Map.of(
        "extconfig.conf",
        "[settings]\nsippeers => sqlite3,ara,sippeers\n",
        "res_config_sqlite3.conf",
        "[ara]\ndbfile = ara.sqlite3\n",
        "realtime.conf",
        "[sippeers]\ncache = ttl\nttl = 86400\nmax_bytes = 2g\n");
  }

  static void line(PrintStream out, String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
