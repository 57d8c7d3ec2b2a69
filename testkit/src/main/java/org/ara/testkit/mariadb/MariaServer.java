package org.ara.testkit.mariadb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.ara.testkit.server.Directory;
import org.ara.testkit.server.FreePort;
import org.jspecify.annotations.Nullable;

/**
 * A real MariaDB server on a free port of 127.0.0.1 with its data in a temporary directory.
 *
 * <p>It runs as root too, takes some seconds to install and one to two to start, commits durably,
 * and can be stopped, killed and started again on the same port with the same data. Methods may be
 * called from any thread, one at a time.
 */
public final class MariaServer implements AutoCloseable {

  private static final Duration STARTUP = Duration.ofSeconds(60);
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

  private final Path home;
  private final Map<String, String> settings;
  private final int port;
  private final MariaProgram program;
  private final AtomicInteger databases = new AtomicInteger();
  private @Nullable Process running;

  private MariaServer(Map<String, String> settings) throws IOException {
    this.home = Files.createTempDirectory("ara-mariadb");
    this.settings = Map.copyOf(settings);
    this.port = FreePort.find();
    this.program = MariaProgram.unpacked();
    program.install(home);
    this.running = launch();
  }

  /** A server of one's own: for tests that stop it. */
  public static MariaServer launchNew() {
    return launchNew(Map.of());
  }

  /**
   * A server of one's own.
   *
   * @param settings options of the server without their dashes, such as {@code max_connections}
   */
  public static MariaServer launchNew(Map<String, String> settings) {
    try {
      return new MariaServer(settings);
    } catch (IOException e) {
      throw new UncheckedIOException("MariaDB did not start", e);
    }
  }

  /**
   * The server that all tests of this JVM share; it ends with the JVM. Do not stop it: take a
   * {@link #createDatabase fresh database} of it instead.
   */
  public static MariaServer shared() {
    return Shared.SERVER;
  }

  /** Always 127.0.0.1. */
  public String host() {
    return "127.0.0.1";
  }

  /** The same for the life of this object, restarts included. */
  public int port() {
    return port;
  }

  /** A user who may do everything. */
  public String user() {
    return "ara";
  }

  /** Their password. */
  public String password() {
    return "ara-hidden";
  }

  /** A new, empty database with a name of its own. */
  public MariaDatabase createDatabase() {
    String name = "ara" + ProcessHandle.current().pid() + "_" + databases.incrementAndGet();
    new MariaDatabase(this, "mysql").execute("CREATE DATABASE " + name);
    return new MariaDatabase(this, name);
  }

  /** A new database in which these statements have been run, such as a schema's. */
  public MariaDatabase createDatabase(Iterable<String> statements) {
    MariaDatabase database = createDatabase();
    statements.forEach(database::execute);
    return database;
  }

  /** Whether the server's process is alive. */
  public synchronized boolean isRunning() {
    return running != null && running.isAlive();
  }

  /** Shuts the server down in good order: clients are disconnected, the port is closed. */
  public synchronized void stop() {
    end(Process::destroy);
  }

  /** Ends the server's process without warning, as a crash would. */
  public synchronized void kill() {
    end(Process::destroyForcibly);
  }

  /** Starts a stopped or killed server again, on the same port with the same data. */
  public synchronized void restart() {
    stop();
    try {
      running = launch();
    } catch (IOException e) {
      throw new UncheckedIOException("MariaDB did not start again", e);
    }
  }

  @Override
  public synchronized void close() {
    kill();
    Directory.delete(home);
  }

  private void end(java.util.function.Consumer<Process> how) {
    Process process = running;
    running = null;
    if (process != null) {
      how.accept(process);
      process.onExit().join();
    }
  }

  private Process launch() throws IOException {
    List<String> command = program.command(home, port);
    command.add("--skip-name-resolve");
    command.add("--innodb-flush-log-at-trx-commit=1");
    command.add("--innodb-log-file-size=16M");
    command.add("--innodb-buffer-pool-size=64M");
    command.add("--init-file=" + administrator());
    settings.forEach((name, value) -> command.add("--" + name + "=" + value));
    Path log = home.resolve("log");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    awaitReady(process, log);
    return process;
  }

  /** Run at each start: the user whom the tests are. */
  private Path administrator() throws IOException {
    String who = "'" + user() + "'@'%'";
    return Files.write(
        home.resolve("init.sql"),
        List.of(
            "CREATE USER IF NOT EXISTS " + who + " IDENTIFIED BY '" + password() + "';",
            "GRANT ALL ON *.* TO " + who + " WITH GRANT OPTION;"));
  }

  private void awaitReady(Process process, Path log) throws IOException {
    long giveUp = System.nanoTime() + STARTUP.toNanos();
    while (!accepts()) {
      if (!process.isAlive() || System.nanoTime() - giveUp > 0) {
        process.destroyForcibly().onExit().join();
        throw new IOException("the server said: " + Files.readString(log));
      }
      LockSupport.parkNanos(PAUSE);
    }
  }

  private boolean accepts() {
    try {
      DriverManager.getConnection(new MariaDatabase(this, "mysql").url(), user(), password())
          .close();
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  /** Holds the shared server, started by its first user. */
  private static final class Shared {
    private static final MariaServer SERVER = start();

    private static MariaServer start() {
      MariaServer server = launchNew();
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "mariadb-shutdown"));
      return server;
    }
  }
}
