package org.ara.testkit.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.ara.testkit.server.Directory;
import org.ara.testkit.server.FreePort;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL server on a free port of 127.0.0.1 with its data in a temporary directory.
 *
 * <p>It runs as root too, takes one to two seconds to start, trusts every password, and can be
 * stopped, killed and started again on the same port with the same data. Methods may be called from
 * any thread, one at a time.
 */
public final class PostgresServer implements AutoCloseable {

  private static final Duration STARTUP = Duration.ofSeconds(60);
  private static final int RESTART_ATTEMPTS = 20;

  private final Path data;
  private final Map<String, String> settings;
  private final int port;
  private final AtomicInteger databases = new AtomicInteger();
  private @Nullable EmbeddedPostgres running;

  private PostgresServer(Map<String, String> settings) throws IOException {
    this.data = Files.createTempDirectory("ara-postgres");
    this.settings = Map.copyOf(settings);
    this.port = FreePort.find();
    this.running = launch();
  }

  /**
   * A server of one's own: for tests that stop it. What it has committed survives the kill of its
   * process, though not that of the machine.
   */
  public static PostgresServer launchNew() {
    return launchNew(Map.of("fsync", "off"));
  }

  /**
   * A server of one's own.
   *
   * @param settings {@code postgresql.conf} settings, such as {@code fsync} or {@code
   *     max_connections}
   */
  public static PostgresServer launchNew(Map<String, String> settings) {
    try {
      return new PostgresServer(settings);
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not start", e);
    }
  }

  /**
   * The server that all tests of this JVM share; it ends with the JVM. Do not stop it: take a
   * {@link #createDatabase fresh database} of it instead.
   */
  public static PostgresServer shared() {
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

  /** The superuser; any password will do. */
  public String user() {
    return "postgres";
  }

  /** A new, empty database with a name of its own. */
  public PostgresDatabase createDatabase() {
    String name = "ara" + ProcessHandle.current().pid() + "_" + databases.incrementAndGet();
    new PostgresDatabase(this, "postgres").execute("CREATE DATABASE " + name);
    return new PostgresDatabase(this, name);
  }

  /** A new database in which these statements have been run, such as a schema's. */
  public PostgresDatabase createDatabase(Iterable<String> statements) {
    PostgresDatabase database = createDatabase();
    statements.forEach(database::execute);
    return database;
  }

  /** Whether the server's process is alive. */
  public synchronized boolean isRunning() {
    return running != null && DataDirectory.serverProcess(data).isPresent();
  }

  /** Shuts the server down in good order: clients are disconnected, the port is closed. */
  public synchronized void stop() {
    EmbeddedPostgres server = running;
    running = null;
    if (server != null) {
      try {
        server.close();
      } catch (IOException e) {
        throw new UncheckedIOException("PostgreSQL did not stop", e);
      }
    }
  }

  /** Ends the server's process without warning, as a crash would. */
  public synchronized void kill() {
    DataDirectory.serverProcess(data).ifPresent(PostgresServer::killAndAwait);
    stop();
  }

  /** Starts a stopped or killed server again, on the same port with the same data. */
  public synchronized void restart() {
    if (running != null) {
      stop();
    }
    try {
      running = relaunch();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not start again", e);
    }
  }

  @Override
  public synchronized void close() {
    stop();
    Directory.delete(data);
  }

  /** After a kill the old server's children need a moment to let go of its memory. */
  private EmbeddedPostgres relaunch() throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return launch();
      } catch (IOException | IllegalStateException e) {
        if (attempt == RESTART_ATTEMPTS) {
          throw new IOException("gave up after " + attempt + " attempts", e);
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
      }
    }
  }

  private EmbeddedPostgres launch() throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPort(port)
            .setPGStartupWait(STARTUP)
            .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
            .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
            // The library turns this off; a killed server would then forget what it confirmed.
            .setServerConfig("synchronous_commit", "on");
    settings.forEach(builder::setServerConfig);
    return builder.start();
  }

  private static void killAndAwait(ProcessHandle process) {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Holds the shared server, started by its first user. */
  private static final class Shared {
    private static final PostgresServer SERVER = start();

    private static PostgresServer start() {
      PostgresServer server = launchNew();
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "postgres-shutdown"));
      return server;
    }
  }
}
