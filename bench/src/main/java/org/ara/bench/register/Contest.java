package org.ara.bench.register;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ara.bench.Scratch;
import org.ara.driver.sql.schema.Flavour;
import org.ara.driver.sql.schema.WellKnownTables;
import org.ara.testkit.postgres.PostgresDatabase;
import org.ara.testkit.postgres.PostgresServer;

/** Starts Ara, and Kamailio where there is one, on databases of one PostgreSQL server. */
final class Contest {

  private static final int STARTUP_ATTEMPTS = 10;

  private Contest() {}

  /** What is done with the contestants. */
  @FunctionalInterface
  interface Rounds {
    void run(List<Registrar> registrars) throws Exception;
  }

  /** Starts them, waits until they answer, has them run, and ends them. */
  static void with(PrintStream out, Rounds rounds) throws Exception {
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
        rounds.run(registrars);
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
}
