package org.ara.bench.register;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ara.bench.Scratch;
import org.ara.bench.register.KamailioRegistrar.Writing;
import org.ara.driver.sql.schema.Flavour;
import org.ara.driver.sql.schema.WellKnownTables;
import org.ara.testkit.postgres.PostgresDatabase;
import org.ara.testkit.postgres.PostgresServer;

/** Starts Ara, and Kamailio where there is one, on databases of one PostgreSQL server. */
final class Contest {

  private Contest() {}

  /** What is done with the contestants. */
  @FunctionalInterface
  interface Rounds {
    void run(List<Registrar> registrars) throws Exception;
  }

  /**
   * Starts them, waits until they answer, has them run, and ends them.
   *
   * @param rivals how Kamailio is to write; a contestant of its own for each
   */
  static void with(PrintStream out, List<Writing> rivals, Rounds rounds) throws Exception {
    Optional<String> missing = KamailioRegistrar.missing(out);
    List<Registrar> registrars = new ArrayList<>();
    // Durable as in production: what has been answered survives a crash.
    try (Scratch scratch = Scratch.create();
        PostgresServer postgres = PostgresServer.launchNew(Map.of("fsync", "on"))) {
      Path directory = scratch.path();
      try {
        registrars.add(ara(postgres, directory.resolve("ara")));
        if (missing.isEmpty()) {
          for (Writing writing : rivals) {
            Path home = directory.resolve("kamailio-" + writing.name().toLowerCase(Locale.ROOT));
            registrars.add(kamailio(postgres, home, writing));
          }
        }
        out.println("Starting " + names(registrars) + " in " + directory + " ...");
        for (Registrar registrar : registrars) {
          registrar.awaitAnswer();
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

  private static Registrar kamailio(PostgresServer postgres, Path home, Writing writing)
      throws Exception {
    Files.createDirectories(home);
    PostgresDatabase database = postgres.createDatabase(KamailioRegistrar.schema());
    Peers.intoKamailio(database);
    return KamailioRegistrar.start(home, database, writing);
  }
}
