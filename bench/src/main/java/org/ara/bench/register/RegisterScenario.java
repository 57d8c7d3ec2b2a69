package org.ara.bench.register;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ara.bench.Options;
import org.ara.bench.Scenario;
import org.ara.bench.Scratch;
import org.ara.driver.sql.schema.Flavour;
import org.ara.driver.sql.schema.WellKnownTables;
import org.ara.testkit.postgres.PostgresDatabase;
import org.ara.testkit.postgres.PostgresServer;

/**
 * Registers one of 10,000 peers, challenge included, with Ara and with Kamailio in turns; both read
 * the password from PostgreSQL and write the registration to it before they answer.
 */
public final class RegisterScenario implements Scenario {

  private static final int STARTUP_ATTEMPTS = 10;

  /** A virtual machine takes its time to compile what it runs often. */
  private static final long WARM_UP_NANOS = 10_000_000_000L;

  @Override
  public String summary() {
    return "REGISTER of one of 10,000 peers, beside Kamailio [--seconds N] [--callers N]"
        + " [--rounds N]";
  }

  @Override
  public void run(Options options, PrintStream out) throws Exception {
    options.only(Set.of("seconds", "callers", "rounds"));
    long nanos = options.get("seconds", 5) * 1_000_000_000L;
    int callers = options.get("callers", 64);
    int rounds = options.get("rounds", 3);
    Optional<String> missing = KamailioRegistrar.missing(out);
    List<Registrar> registrars = new ArrayList<>();
    // Durable as in production: what has been answered survives a crash.
    try (Scratch scratch = Scratch.create();
        PostgresServer postgres = PostgresServer.launchNew(Map.of("fsync", "on"))) {
      Path directory = scratch.path();
      try {
        registrars.add(ara(postgres, directory.resolve("ara")));
        if (missing.isEmpty()) {
          registrars.add(kamailio(postgres, directory.resolve("kamailio")));
        }
        out.println("Starting " + names(registrars) + " in " + directory + " ...");
        for (Registrar registrar : registrars) {
          awaitAnswer(registrar);
        }
        measure(registrars, callers, nanos, rounds, out);
        missing.ifPresent(why -> out.println("Kamailio was skipped: " + why + "."));
      } finally {
        for (Registrar registrar : registrars) {
          registrar.close();
        }
      }
    }
  }

  private static String names(List<Registrar> registrars) {
    return String.join(" and ", registrars.stream().map(Registrar::name).toList());
  }

  private static Registrar ara(PostgresServer postgres, Path home) throws Exception {
    Files.createDirectories(home);
    PostgresDatabase database =
        postgres.createDatabase(new WellKnownTables(Flavour.POSTGRESQL).of("sippeers"));
    Peers.intoAra(database);
    return AraRegistrar.start(home, database);
  }

  private static Registrar kamailio(PostgresServer postgres, Path home) throws Exception {
    Files.createDirectories(home);
    PostgresDatabase database = postgres.createDatabase(KamailioRegistrar.schema());
    Peers.intoKamailio(database);
    return KamailioRegistrar.start(home, database);
  }

  private static void awaitAnswer(Registrar registrar) throws IOException {
    for (int attempt = 0; attempt < STARTUP_ATTEMPTS; attempt++) {
      try (Caller caller = new Caller(registrar.address())) {
        int status = caller.register(0);
        if (status == 200) {
          return;
        }
        if (attempt == STARTUP_ATTEMPTS - 1) {
          throw new IOException(registrar.name() + " answers " + status);
        }
      } catch (java.net.PortUnreachableException notYet) {
        java.util.concurrent.locks.LockSupport.parkNanos(1_000_000_000);
      }
      if (!registrar.process().isAlive()) {
        throw new IOException(registrar.name() + " ended; its log is in its directory");
      }
    }
    throw new IOException(registrar.name() + " does not answer");
  }

  private static void measure(
      List<Registrar> registrars, int callers, long nanos, int rounds, PrintStream out)
      throws Exception {
    for (Registrar registrar : registrars) {
      Load.run(registrar, callers, WARM_UP_NANOS);
    }
    List<List<Load>> loads =
        registrars.stream().map(r -> (List<Load>) new ArrayList<Load>()).toList();
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < registrars.size(); i++) {
        loads.get(i).add(Load.run(registrars.get(i), callers, nanos));
      }
    }
    out.println();
    out.println(
        String.format(
            Locale.ROOT,
            "%d callers, medians of %d rounds of %.0f s in turns, %d processors for all",
            callers,
            rounds,
            nanos / 1e9,
            Runtime.getRuntime().availableProcessors()));
    out.println(
        "%-10s %12s %9s %9s %10s %7s %7s %7s"
            .formatted(
                "", "registers/s", "p50 ms", "p99 ms", "CPU us/op", "resent", "failed", "ratio"));
    double reference = Load.median(loads.getLast()).perSecond();
    for (int i = 0; i < registrars.size(); i++) {
      print(registrars.get(i).name(), Load.median(loads.get(i)), reference, out);
    }
  }

  private static void print(String name, Load load, double reference, PrintStream out) {
    out.println(
        String.format(
            Locale.ROOT,
            "%-10s %12.0f %9.1f %9.1f %10.0f %7d %7d %7.2f",
            name,
            load.perSecond(),
            load.p50Millis(),
            load.p99Millis(),
            load.cpuMicros(),
            load.retransmissions(),
            load.failed(),
            load.perSecond() / reference));
  }
}
