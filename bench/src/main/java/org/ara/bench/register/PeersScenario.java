package org.ara.bench.register;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.ara.bench.Options;
import org.ara.bench.Scenario;
import org.ara.bench.Scratch;
import org.ara.driver.sql.schema.Flavour;
import org.ara.driver.sql.schema.WellKnownTables;
import org.ara.testkit.postgres.PostgresDatabase;
import org.ara.testkit.postgres.PostgresServer;

/**
 * Registers every one of many peers whose rows are not cached, and all of them once more: how long
 * that takes, and how much memory the server has then.
 */
public final class PeersScenario implements Scenario {

  @Override
  public String summary() {
    return "many registered peers: memory, and how soon all register again [--peers N]"
        + " [--callers N] [--rounds N]";
  }

  @Override
  public void run(Options options, PrintStream out) throws Exception {
    options.only(Set.of("peers", "callers", "rounds"));
    int peers = options.get("peers", 100_000);
    int callers = options.get("callers", 64);
    int rounds = options.get("rounds", 2);
    try (Scratch scratch = Scratch.create();
        PostgresServer postgres = PostgresServer.launchNew(Map.of("fsync", "on"))) {
      PostgresDatabase database =
          postgres.createDatabase(new WellKnownTables(Flavour.POSTGRESQL).of("sippeers"));
      Peers.intoAra(database, peers);
      try (Registrar ara = AraRegistrar.start(scratch.path(), database)) {
        ara.awaitAnswer();
        out.printf("%,d peers, %d callers%n", peers, callers);
        out.println("                 seconds  registers/s  failed  resident MiB  at most MiB");
        print("started", 0, 0, 0, ara, out);
        for (int round = 1; round <= rounds; round++) {
          long begin = System.nanoTime();
          int failed = registerAll(ara, peers, callers);
          double seconds = (System.nanoTime() - begin) / 1e9;
          String what = round == 1 ? "registered" : "again";
          print(what, seconds, peers / seconds, failed, ara, out);
        }
      }
    }
  }

  private static int registerAll(Registrar server, int peers, int callers)
      throws InterruptedException, ExecutionException {
    AtomicInteger next = new AtomicInteger();
    Callable<Integer> caller =
        () -> {
          int failed = 0;
          try (Caller one = new Caller(server.address())) {
            for (int peer = next.getAndIncrement(); peer < peers; peer = next.getAndIncrement()) {
              failed += one.register(peer) == 200 ? 0 : 1;
            }
          }
          return failed;
        };
    int failed = 0;
    List<Future<Integer>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
      for (int i = 0; i < callers; i++) {
        running.add(threads.submit(caller));
      }
      for (Future<Integer> one : running) {
        failed += one.get();
      }
    }
    return failed;
  }

  private static void print(
      String what, double seconds, double perSecond, int failed, Registrar server, PrintStream out)
      throws IOException {
    out.printf(
        Locale.ROOT,
        "%-14s %9.1f %12.0f %7d %13d %12d%n",
        what,
        seconds,
        perSecond,
        failed,
        mebibytes(server, "VmRSS:"),
        mebibytes(server, "VmHWM:"));
  }

  /** What Linux says of the memory of a process. */
  private static long mebibytes(Registrar server, String field) throws IOException {
    Path status = Path.of("/proc/" + server.process().pid() + "/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
            .filter(line -> line.startsWith(field))
            .map(line -> line.replaceAll("[^0-9]", ""))
            .mapToLong(Long::parseLong)
            .findFirst()
            .orElse(0)
        / 1024;
  }
}
