package org.ara.server;

import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ara.config.file.FileConfigSource;
import org.ara.manager.CommandRegistry;
import org.ara.manager.Dispatcher;
import org.ara.manager.Transcript;
import org.ara.manager.Version;
import org.ara.manager.ami.session.BootEvent;
import org.ara.manager.command.CoreShowHelp;
import org.ara.manager.command.CoreShowUptime;
import org.ara.manager.command.CoreShowVersion;
import org.ara.manager.console.ConsoleServer;
import org.ara.module.Command.Output;
import org.ara.module.Command.Status;
import org.ara.module.Directories;
import org.ara.module.ServerFacts;
import org.ara.module.manager.Header;
import org.ara.module.manager.ManagerBoard;
import org.ara.module.manager.ManagerEvent;
import org.ara.module.manager.Permission;
import org.ara.pbx.Pbx;
import org.ara.server.command.CoreShowSettings;
import org.ara.server.command.CoreShowSysinfo;
import org.ara.server.command.CoreStop;
import org.ara.server.command.CoreWaitFullyBooted;
import org.ara.server.command.ModuleLoad;
import org.ara.server.command.ModuleRefresh;
import org.ara.server.command.ModuleShow;
import org.ara.server.command.ModuleUnload;
import org.ara.server.command.Reload;
import org.ara.server.instance.InstanceLock;
import org.ara.server.loader.ModuleFailure;
import org.ara.server.loader.ModuleFinder;
import org.ara.server.loader.ModuleLoader;
import org.ara.server.loader.ProblemLog;
import org.ara.server.loader.Surroundings;
import org.ara.server.log.LogHub;
import org.ara.server.settings.HostName;
import org.ara.server.settings.Settings;
import org.ara.server.settings.SettingsException;
import org.ara.server.settings.SettingsReader;
import org.ara.server.stop.LastCalls;
import org.ara.server.stop.Shutdown;
import org.ara.server.stop.StopOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running server: its modules, its commands and its console. Several may run in one process, each
 * on its own run directory; logging is left to whoever starts it.
 */
public final class AraServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AraServer.class);

  /** More than calls are given to end. */
  private static final Duration PATIENCE = Duration.ofSeconds(25);

  private final Settings settings;
  private final LogHub log;
  private final CommandRegistry commands = new CommandRegistry();
  private final Dispatcher dispatcher = new Dispatcher(commands);
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final ModuleLoader loader;
  private final Shutdown shutdown;
  private final ServerFacts facts;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicBoolean closed = new AtomicBoolean();
  private final CountDownLatch booted = new CountDownLatch(1);
  private volatile List<ModuleFailure> failures = List.of();

  private AraServer(Settings settings, boolean alone) {
    this.settings = settings;
    this.log =
        new LogHub(
            settings.directories().log(),
            HostName.get(),
            alone,
            settings.verbose(),
            settings.debug());
    this.loader =
        new ModuleLoader(
            new Surroundings(
                new FileConfigSource(settings.directories().etc(), settings.execIncludes()),
                settings.directories(),
                settings.systemName(),
                settings.core(),
                commands));
    this.shutdown = new Shutdown(() -> loader.offered(Pbx.class));
    this.facts = new Facts(Instant.now(), loader, booted, closed::get, settings.systemName());
  }

  /**
   * Starts a server and returns once it takes calls and commands.
   *
   * @param asteriskConf the file that names the directories
   * @throws StartException if it cannot run at all; a module that cannot load is no reason, see
   *     {@link #failures()}
   */
  public static AraServer start(Path asteriskConf) throws StartException {
    return start(settings(asteriskConf));
  }

  /** Starts a server with settings that were read already. */
  public static AraServer start(Settings settings) throws StartException {
    return start(settings, false);
  }

  /** Starts a server that has its process to itself: unless told otherwise it keeps a log file. */
  public static AraServer startAlone(Path asteriskConf) throws StartException {
    return startAlone(settings(asteriskConf));
  }

  /** The same with settings that were read already. */
  static AraServer startAlone(Settings settings) throws StartException {
    return start(settings, true);
  }

  private static AraServer start(Settings settings, boolean alone) throws StartException {
    AraServer server = new AraServer(settings, alone);
    try {
      server.open();
      return server;
    } catch (StartException e) {
      server.close();
      throw e;
    } catch (IOException e) {
      server.close();
      throw new StartException("Ara cannot start: " + e, 1, e);
    }
  }

  /** Reads the settings that {@link #start(Settings)} takes. */
  static Settings settings(Path asteriskConf) throws StartException {
    try {
      return SettingsReader.read(asteriskConf);
    } catch (SettingsException e) {
      throw new StartException(String.valueOf(e.getMessage()));
    }
  }

  /** What a module offers to the others; empty while none does. */
  <T> Optional<T> offered(Class<T> type) {
    return loader.offered(type);
  }

  /** Runs a console command on the caller's thread, printing what it prints as it does. */
  public Status execute(String command, Output out) {
    return dispatcher.execute(command, out);
  }

  /** The log, for the console in the server's own terminal. */
  public LogHub log() {
    return log;
  }

  /** Runs a console command in this server, on the caller's thread. */
  public Answer execute(String command) {
    Transcript transcript = new Transcript();
    Status status = dispatcher.execute(command, transcript);
    return new Answer(transcript.toString(), status == Status.SUCCESS);
  }

  /** What could stand at the end of a console line: whole words, sorted. */
  public List<String> complete(String line) {
    return dispatcher.complete(line);
  }

  /** The modules that were to start and did not. */
  public List<ModuleFailure> failures() {
    return failures;
  }

  public Settings settings() {
    return settings;
  }

  /** Whether nobody has closed this server yet. */
  boolean isRunning() {
    return !closed.get();
  }

  /** Waits until the server is to end, by a command or {@link #stop}. */
  public void awaitStop() throws InterruptedException {
    shutdown.awaitDue();
  }

  /** Whether whoever started this server is asked to start another once it is closed. */
  public boolean isRestartWanted() {
    return shutdown.restarts();
  }

  /** Asks for the end and returns at once; whoever waits in {@link #awaitStop} then closes. */
  public void stop() {
    Shutdown.Answer unused = shutdown.request(StopOrder.STOP_NOW);
  }

  /**
   * Ends the server: no more commands, calls hung up, modules stopped in reverse. Whoever does so
   * again waits for the same end.
   */
  @Override
  public void close() {
    stop();
    boolean first = closed.compareAndSet(false, true);
    if (first) {
      dispatcher.stop();
      Thread.ofPlatform().daemon().name("shutdown").start(this::closeParts);
    }
    try {
      if (!ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS) && first) {
        LOG.error("The server did not stop within {} s; leaving anyway", PATIENCE.toSeconds());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void open() throws IOException, StartException {
    Directories directories = settings.directories();
    parts.push(log);
    for (Path directory : directories.kept()) {
      make(directory);
    }
    parts.push(lock(directories.run()));
    ProblemLog.report(settings.problems());
    registerOwn();
    loader.offer(Dispatcher.class, dispatcher);
    loader.offer(LogHub.class, log);
    loader.offer(ServerFacts.class, facts);
    parts.push(loader::stop);
    parts.push(() -> tell(shutdownEvent()));
    parts.push(() -> loader.offered(Pbx.class).ifPresent(LastCalls::end));
    parts.push(ConsoleServer.start(settings.controlSocket(), greeting(), dispatcher, log::show));
    settings.socketAccess().apply(settings.controlSocket());
    failures = loader.start(new ModuleFinder(directories.modules()));
    failIfRequired();
    loader
        .offered(CompositeMeterRegistry.class)
        .ifPresent(registry -> parts.push(new JvmMeters(registry)));
    booted.countDown();
    shutdown.started();
    tell(BootEvent.of(facts));
    StartupCommands.run(loader.config(), dispatcher);
  }

  private static void make(Path directory) throws StartException {
    try {
      Files.createDirectories(directory);
    } catch (FileAlreadyExistsException e) {
      throw new StartException(
          directory + " is in the way: it is a file and should be a directory");
    } catch (IOException e) {
      throw new StartException("The directory " + directory + " cannot be made: " + e, 1, e);
    }
  }

  private InstanceLock lock(Path run) throws IOException, StartException {
    return InstanceLock.take(run)
        .orElseThrow(
            () ->
                new StartException(
                    "Ara already runs on %s (pid %s). Use './ara -r' to connect, or another astrundir."
                        .formatted(settings.controlSocket(), InstanceLock.holder(run))));
  }

  private void registerOwn() {
    commands.register(new CoreShowVersion(Version.current()));
    commands.register(new CoreShowHelp(commands));
    commands.register(
        new CoreShowUptime(
            () -> Duration.between(facts.started(), Instant.now()),
            () -> Duration.between(facts.reloaded(), Instant.now())));
    commands.register(new CoreWaitFullyBooted(booted));
    commands.register(new CoreShowSettings(settings, facts, loader));
    commands.register(new CoreShowSysinfo(Path.of("/proc")));
    CoreStop.all(shutdown).forEach(commands::register);
    commands.register(new ModuleShow(loader));
    commands.register(new ModuleLoad(loader));
    commands.register(new ModuleUnload(loader));
    commands.register(new ModuleRefresh(loader));
    for (List<String> name :
        List.of(List.of("reload"), List.of("core", "reload"), List.of("module", "reload"))) {
      commands.register(new Reload(name, loader));
    }
  }

  private void tell(ManagerEvent event) {
    loader.offered(ManagerBoard.class).ifPresent(board -> board.tell(event));
  }

  private ManagerEvent shutdownEvent() {
    boolean calls = loader.offered(Pbx.class).filter(p -> !p.channels().isEmpty()).isPresent();
    return ManagerEvent.of(
        "Shutdown",
        Permission.SYSTEM,
        new Header("Shutdown", calls ? "Uncleanly" : "Cleanly"),
        new Header("Restart", shutdown.restarts() ? "True" : "False"));
  }

  private void failIfRequired() throws StartException {
    for (ModuleFailure failure : failures) {
      if (failure.required()) {
        throw new StartException(
            "The required module %s did not load: %s".formatted(failure.module(), failure.reason()),
            2,
            null);
      }
    }
  }

  private void closeParts() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        LOG.error("While stopping: {}", e.toString());
      }
    }
    ended.countDown();
  }

  private static String greeting() {
    return HostName.get()
        + "/"
        + ProcessHandle.current().pid()
        + "/"
        + Version.current().asterisk();
  }
}
