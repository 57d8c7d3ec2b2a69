package org.ara.bench.call;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ara.bench.AraServer;
import org.ara.bench.Options;
import org.ara.bench.Scenario;
import org.ara.bench.Scratch;
import org.ara.driver.sql.schema.Flavour;
import org.ara.driver.sql.schema.WellKnownTables;
import org.ara.testkit.postgres.PostgresDatabase;
import org.ara.testkit.postgres.PostgresServer;

/**
 * Calls numbers that are rows, as peers that are rows: challenge, authenticated INVITE, Answer,
 * Hangup; nothing is cached.
 */
public final class CallsScenario implements Scenario {

  private static final int STARTUP_MILLIS = 30_000;
  private static final long TICK_NANOS = 100_000_000L;
  private static final long WARM_UP_NANOS = 10_000_000_000L;

  @Override
  public String summary() {
    return "calls set up and torn down through the Realtime switch [--seconds N] [--callers N]"
        + " [--rounds N]";
  }

  @Override
  public void run(Options options, PrintStream out) throws Exception {
    options.only(Set.of("seconds", "callers", "rounds"));
    long nanos = options.get("seconds", 5) * 1_000_000_000L;
    int callers = options.get("callers", 64);
    int rounds = options.get("rounds", 3);
    try (Scratch scratch = Scratch.create();
        PostgresServer postgres = PostgresServer.launchNew(Map.of("fsync", "on"))) {
      PostgresDatabase database =
          postgres.createDatabase(
              new WellKnownTables(Flavour.POSTGRESQL).of("sippeers", "extensions"));
      Numbers.into(database);
      try (AraServer server = start(scratch.path(), database)) {
        awaitAnswer(server);
        measure(server, callers, nanos, rounds, out);
      }
    }
  }

  private static AraServer start(Path home, PostgresDatabase database) throws IOException {
    InetSocketAddress address = AraServer.freeAddress();
    return AraServer.start(
        home,
        address,
        Map.of(
            "extconfig.conf",
            "[settings]\nsippeers => pgsql,general\nextensions => pgsql,general\n",
            "res_pgsql.conf",
            "[general]\nhostname = 127.0.0.1\nport = %d\ndbname = %s\nuser = %s\npassword = unused\n"
                .formatted(database.server().port(), database.name(), database.server().user()),
            "sip.conf",
            "[general]\nudpbindaddr = 127.0.0.1:" + address.getPort() + "\n",
            "extensions.conf",
            "[phones]\nswitch => Realtime/phones@extensions\n"));
  }

  /** A call that comes to its end shows that everything is up. */
  private static void awaitAnswer(AraServer server) throws IOException {
    long end = System.nanoTime() + STARTUP_MILLIS * 1_000_000L;
    while (System.nanoTime() - end < 0 && server.process().isAlive()) {
      Tally tally = new Tally();
      loop(server, 1, 1_000_000_000L, tally);
      if (tally.calls() > 0) {
        return;
      }
    }
    throw new IOException("Ara takes no calls; its log is in its directory");
  }

  private static void loop(AraServer server, int callers, long nanos, Tally tally)
      throws IOException {
    try (Wire wire = new Wire()) {
      LoopCaller[] all = new LoopCaller[callers];
      for (int i = 0; i < callers; i++) {
        all[i] = new LoopCaller(wire, server.address(), i, tally);
        all[i].call();
      }
      long now = System.nanoTime();
      long end = now + nanos;
      long tick = now + TICK_NANOS;
      while (now - end < 0) {
        Message message = wire.receive(50);
        if (message != null) {
          String id = message.header("Call-ID");
          int dot = id.indexOf('.');
          if (dot > 0) {
            all[Integer.parseInt(id, 0, dot, 10)].take(message);
          }
        }
        now = System.nanoTime();
        if (now - tick > 0) {
          tick = now + TICK_NANOS;
          for (LoopCaller caller : all) {
            caller.tick(now);
          }
        }
      }
      drain(wire, server.address());
    }
  }

  /** Lets the calls that go on come to their end, so that none is left for the next round. */
  private static void drain(Wire wire, InetSocketAddress server) throws IOException {
    Message message = wire.receive(300);
    while (message != null) {
      if (message.is("BYE")) {
        wire.send(message.ok(), server);
      }
      message = wire.receive(300);
    }
  }

  private static void measure(
      AraServer server, int callers, long nanos, int rounds, PrintStream out) throws IOException {
    loop(server, callers, WARM_UP_NANOS, new Tally());
    double[] perSecond = new double[rounds];
    double[] p50 = new double[rounds];
    double[] p99 = new double[rounds];
    double[] cpu = new double[rounds];
    long again = 0;
    long failed = 0;
    int status = 0;
    for (int i = 0; i < rounds; i++) {
      Tally tally = new Tally();
      long cpuBefore = server.cpuMicros();
      loop(server, callers, nanos, tally);
      perSecond[i] = tally.calls() / (nanos / 1e9);
      p50[i] = tally.percentile(50);
      p99[i] = tally.percentile(99);
      cpu[i] = (double) (server.cpuMicros() - cpuBefore) / Math.max(1, tally.calls());
      again += tally.again();
      failed += tally.failures();
      status = tally.failures() > 0 ? tally.lastFailure() : status;
    }
    out.println(
        String.format(
            Locale.ROOT,
            "%d callers, medians of %d rounds of %.0f s, %d processors for all",
            callers,
            rounds,
            nanos / 1e9,
            Runtime.getRuntime().availableProcessors()));
    out.println("    calls/s    p50 ms    p99 ms  CPU us/call  sent again  failed");
    out.println(
        String.format(
            Locale.ROOT,
            "%11.0f %9.1f %9.1f %12.0f %11d %7d%s",
            median(perSecond),
            median(p50),
            median(p99),
            median(cpu),
            again,
            failed,
            failed > 0 ? "  (the last with " + status + ")" : ""));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
