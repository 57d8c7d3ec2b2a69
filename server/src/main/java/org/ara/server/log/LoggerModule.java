package org.ara.server.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ara.config.Configuration;
import org.ara.config.LoadResult;
import org.ara.config.Problem;
import org.ara.module.LoadPriority;
import org.ara.module.Module;
import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.ara.module.Modules;
import org.ara.module.log.ConsoleLog;
import org.ara.module.log.ServerLog;
import org.ara.module.reload.Difference;
import org.ara.module.reload.Differences;
import org.ara.module.reload.ReloadPlan;
import org.ara.module.reload.Usable;
import org.jspecify.annotations.Nullable;

/** The built-in module {@code logger}: has the log written where {@code logger.conf} says. */
public final class LoggerModule implements Module, ServerLog {

  private @Nullable ModuleContext context;
  private @Nullable LogHub hub;

  @Override
  public String name() {
    return "logger";
  }

  @Override
  public String description() {
    return "Logger";
  }

  @Override
  public LoadPriority priority() {
    return LoadPriority.REALTIME_DEPEND;
  }

  @Override
  public boolean builtIn() {
    return true;
  }

  /** A configuration that cannot be used is as good as none: the server must say so somewhere. */
  @Override
  public void load(ModuleContext given) throws ModuleException {
    LogHub log = given.require(LogHub.class);
    context = given;
    hub = log;
    LoadResult result = given.config().load(LoggerReader.FILE);
    List<Problem> problems = new ArrayList<>(result.problems());
    LoggerSettings settings =
        result instanceof LoadResult.Loaded(Configuration configuration, var odd)
            ? LoggerReader.read(configuration, log.directory(), problems)
            : log.unconfigured();
    log.apply(settings);
    given.report(problems);
    given.publish(ServerLog.class, this);
    new LoggerCommands(this, log).all().forEach(given::register);
    new LevelCommands(log, given.require(Modules.class)).all().forEach(given::register);
  }

  @Override
  public Optional<ReloadPlan> plan() throws ModuleException {
    return Optional.of(plan(LoggerReader.FILE));
  }

  /**
   * What it would mean to do as another file says.
   *
   * @throws ModuleException if it cannot be used
   */
  ReloadPlan plan(String file) throws ModuleException {
    ModuleContext given = loaded(context);
    LogHub log = loaded(hub);
    LoadResult result = given.config().load(file);
    Optional<Configuration> configuration = Usable.optional(result);
    if (configuration.isEmpty() && !file.equals(LoggerReader.FILE)) {
      throw new ModuleException(file + ": there is no such file");
    }
    List<Problem> problems = new ArrayList<>(result.problems());
    LoggerSettings next =
        configuration
            .map(found -> LoggerReader.read(found, log.directory(), problems))
            .orElseGet(log::unconfigured);
    return new ReloadPlan(
        differences(log.settings(), next),
        problems,
        () -> {
          log.apply(next);
          given.report(problems);
        });
  }

  private static List<Difference> differences(LoggerSettings now, LoggerSettings next) {
    List<Difference> found =
        new ArrayList<>(
            Differences.of(
                "channel",
                byName(now),
                byName(next),
                (before, after) ->
                    before.equals(after) ? List.of() : List.of("its levels or its format")));
    if (!now.general().equals(next.general())) {
      found.add(new Difference(Difference.Kind.CHANGED, "general", "", List.of()));
    }
    return found;
  }

  private static Map<String, ChannelSettings> byName(LoggerSettings settings) {
    return new LinkedHashMap<>(settings.channels());
  }

  @Override
  public void rotate() throws IOException {
    try {
      plan(LoggerReader.FILE).apply();
    } catch (ModuleException e) {
      throw new IOException(e.getMessage(), e);
    }
    for (LogChannel channel : log().channels()) {
      channel.target().rotate();
    }
  }

  @Override
  public int rootVerbose() {
    return log().rootVerbose().get();
  }

  @Override
  public int debug() {
    return log().debug();
  }

  @Override
  public ConsoleLog show(Receiver receiver) {
    return log().show(receiver);
  }

  private LogHub log() {
    LogHub log = hub;
    if (log == null) {
      throw new IllegalStateException("the module logger does not run");
    }
    return log;
  }

  private static <T> T loaded(@Nullable T part) throws ModuleException {
    if (part == null) {
      throw new ModuleException("the module logger does not run");
    }
    return part;
  }
}
