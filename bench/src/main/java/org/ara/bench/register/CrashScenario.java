package org.ara.bench.register;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.ara.bench.Options;
import org.ara.bench.Scenario;
import org.ara.bench.Scratch;
import org.ara.driver.sql.schema.Flavour;
import org.ara.driver.sql.schema.WellKnownTables;
import org.ara.testkit.postgres.PostgresDatabase;
import org.ara.testkit.postgres.PostgresServer;
import org.ara.testkit.sip.OutgoingCall;
import org.ara.testkit.sip.PhoneAccount;
import org.ara.testkit.sip.SipPhone;

/**
 * Kills the server while peers register as fast as they can: what was answered with 200 must be in
 * the database, and a server started again must reach those peers.
 */
public final class CrashScenario implements Scenario {

  private static final long PATIENCE_MILLIS = 10_000;

  /** One who registers peers that nobody else registers, and what was granted to it. */
  private record Registered(Caller caller, List<Integer> peers) {}

  @Override
  public String summary() {
    return "kill -9 at full registration load, and what is left [--seconds N] [--callers N]"
        + " [--rounds N] [--calls N]";
  }

  @Override
  public void run(Options options, PrintStream out) throws Exception {
    options.only(Set.of("seconds", "callers", "rounds", "calls"));
    int seconds = options.get("seconds", 10);
    int callers = options.get("callers", 64);
    int rounds = options.get("rounds", 3);
    int calls = options.get("calls", 100);
    try (Scratch scratch = Scratch.create();
        PostgresServer postgres = PostgresServer.launchNew(Map.of("fsync", "on"))) {
      PostgresDatabase database =
          postgres.createDatabase(new WellKnownTables(Flavour.POSTGRESQL).of("sippeers"));
      Peers.intoAra(database);
      Registrar server = AraRegistrar.start(scratch.path(), database);
      try {
        out.println("   granted/s    granted  missing  called  reached");
        for (int round = 0; round < rounds; round++) {
          server.awaitAnswer();
          long begin = System.nanoTime();
          List<Registered> all = load(server, callers, seconds);
          double took = (System.nanoTime() - begin) / 1e9;
          server = AraRegistrar.start(scratch.path(), database, server.address());
          server.awaitAnswer();
          Map<Integer, Caller> granted = new TreeMap<>();
          long sum = 0;
          for (Registered one : all) {
            sum += one.peers().size();
            one.peers().forEach(peer -> granted.put(peer, one.caller()));
          }
          granted.remove(0); // registered anew to see that the server is there
          long missing = missing(database, granted);
          int reached = reached(server, granted, calls);
          out.printf("%12.0f %10d %8d %7d %8d%n", sum / took, sum, missing, calls, reached);
          for (Registered one : all) {
            one.caller().close();
          }
        }
      } finally {
        server.close();
      }
    }
  }

  /** Registers until the server is killed in the middle of it. */
  private static List<Registered> load(Registrar server, int callers, int seconds)
      throws Exception {
    List<Registered> all = new ArrayList<>();
    List<Future<?>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
      for (int i = 0; i < callers; i++) {
        Registered one = new Registered(new Caller(server.address()), new ArrayList<>());
        all.add(one);
        running.add(threads.submit(registering(one, i, callers)));
      }
      Thread.sleep(TimeUnit.SECONDS.toMillis(seconds));
      server.process().destroyForcibly().waitFor();
      for (Future<?> one : running) {
        one.get(1, TimeUnit.MINUTES);
      }
    }
    return all;
  }

  private static Callable<Integer> registering(Registered one, int number, int callers) {
    int own = (Peers.COUNT - number + callers - 1) / callers;
    return () -> {
      try {
        while (true) {
          int peer = number + callers * ThreadLocalRandom.current().nextInt(own);
          if (one.caller().register(peer) == 200) {
            one.peers().add(peer);
          }
        }
      } catch (IOException dead) {
        return one.peers().size();
      }
    };
  }

  /** How many peers whose registration was granted are not where they registered from. */
  private static long missing(PostgresDatabase database, Map<Integer, Caller> granted) {
    return granted.entrySet().stream()
        .filter(
            one -> {
              String port =
                  database.query(
                      "SELECT port FROM sippeers WHERE name = ?", Peers.name(one.getKey()));
              return !String.valueOf(one.getValue().port()).equals(port);
            })
        .count();
  }

  /** Calls some of them. */
  private static int reached(Registrar server, Map<Integer, Caller> granted, int calls)
      throws IOException {
    List<Integer> peers = new ArrayList<>(granted.keySet());
    int reached = 0;
    PhoneAccount account = PhoneAccount.of(Peers.name(0), Peers.password(0), server.address());
    try (SipPhone phone = SipPhone.open(account)) {
      for (int i = 0; i < calls; i++) {
        int peer = peers.get(ThreadLocalRandom.current().nextInt(peers.size()));
        OutgoingCall call = phone.call(Peers.name(peer));
        boolean rings = Objects.requireNonNull(granted.get(peer)).isCalled(peer, PATIENCE_MILLIS);
        reached += rings ? 1 : 0;
        call.cancel();
      }
    }
    return reached;
  }
}
