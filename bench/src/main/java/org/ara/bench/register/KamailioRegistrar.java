package org.ara.bench.register;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ara.bench.AraServer;
import org.ara.testkit.postgres.PostgresDatabase;

/**
 * Starts Kamailio of the distribution's package on a database: passwords from the database at each
 * request, registrations written to it.
 */
final class KamailioRegistrar {

  private static final Path BINARY = Path.of("/usr/sbin/kamailio");
  private static final Path SCHEMA = Path.of("/usr/share/kamailio/postgres");
  private static final List<String> PACKAGES = List.of("kamailio", "kamailio-postgres-modules");

  /** When it writes registrations to the database. */
  enum Writing {
    /** Before it answers, each for itself. */
    THROUGH("Kamailio", 1),
    /** Together once a minute; until then a crash loses them. */
    BACK("Kamailio, lossy", 2);

    private final String title;
    private final int mode;

    Writing(String title, int mode) {
      this.title = title;
      this.mode = mode;
    }
  }

  private KamailioRegistrar() {}

  /**
   * Why it cannot be had; empty if it is there. Installs the packages where it may: as root on a
   * Debian.
   */
  static Optional<String> missing(PrintStream out) throws IOException, InterruptedException {
    if (installed()) {
      return Optional.empty();
    }
    if (!Files.exists(Path.of("/etc/debian_version"))) {
      return Optional.of("it is not installed, and this is no Debian");
    }
    if (!"root".equals(System.getProperty("user.name"))) {
      return Optional.of("it is not installed; as root: apt-get install " + names());
    }
    out.println("Installing " + names() + " ...");
    List<String> command = new ArrayList<>(List.of("apt-get", "install", "-y", "-qq"));
    command.add("--no-install-recommends");
    command.addAll(PACKAGES);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
    Process process = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroy();
      return Optional.of("apt-get did not end within five minutes");
    }
    return installed()
        ? Optional.empty()
        : Optional.of("apt-get install " + names() + " failed: " + process.exitValue());
  }

  private static String names() {
    return String.join(" ", PACKAGES);
  }

  private static boolean installed() {
    return Files.isExecutable(BINARY) && Files.isDirectory(SCHEMA);
  }

  /** The statements of the package's own schema: accounts and registrations. */
  static List<String> schema() throws IOException {
    List<String> statements = new ArrayList<>();
    for (String file : List.of("standard", "auth_db", "usrloc")) {
      String text = Files.readString(SCHEMA.resolve(file + "-create.sql"));
      for (String statement : text.split(";")) {
        if (!statement.isBlank()) {
          statements.add(statement);
        }
      }
    }
    return statements;
  }

  static Registrar start(Path home, PostgresDatabase database, Writing writing) throws IOException {
    InetSocketAddress address = AraServer.freeAddress();
    Files.createDirectories(home.resolve("run"));
    Path file = home.resolve("kamailio.cfg");
    Files.writeString(file, configuration(database, address.getPort(), writing));
    List<String> command =
        List.of(
            BINARY.toString(),
            "-DD",
            "-E",
            "-f",
            file.toString(),
            "-Y",
            home.resolve("run").toString(),
            "-P",
            home.resolve("run/kamailio.pid").toString());
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("kamailio.log").toFile())
            .start();
    return new Registrar(writing.title, process, address);
  }

  private static String configuration(PostgresDatabase database, int port, Writing writing) {
    String url =
        "postgres://%s:unused@127.0.0.1:%d/%s"
            .formatted(database.server().user(), database.server().port(), database.name());
    return """
        #!KAMAILIO
        debug=-1
        log_stderror=yes
        children=8
        disable_tcp=yes
        listen=udp:127.0.0.1:%d
        loadmodule "db_postgres.so"
        loadmodule "sl.so"
        loadmodule "usrloc.so"
        loadmodule "registrar.so"
        loadmodule "auth.so"
        loadmodule "auth_db.so"
        modparam("usrloc", "db_url", "%s")
        modparam("usrloc", "db_mode", %d)
        modparam("auth_db", "db_url", "%s")
        modparam("auth_db", "calculate_ha1", 1)
        modparam("auth_db", "password_column", "password")
        request_route {
          if (method == "REGISTER") {
            if (!www_authorize("bench", "subscriber")) {
              www_challenge("bench", "1");
              exit;
            }
            save("location", "0x04");
            exit;
          }
          sl_send_reply("405", "Method Not Allowed");
        }
        """
        .formatted(port, url, writing.mode, url);
  }
}
