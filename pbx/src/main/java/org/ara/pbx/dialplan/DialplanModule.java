package org.ara.pbx.dialplan;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.ara.config.LoadResult;
import org.ara.config.Origin;
import org.ara.config.Problem;
import org.ara.module.LoadPriority;
import org.ara.module.Module;
import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.jspecify.annotations.Nullable;

/**
 * {@code pbx_config}: loads {@code extensions.conf} and publishes {@link CurrentDialplan} and
 * {@link Switches}.
 *
 * <p>A reload builds the new dialplan aside and swaps it in with one write; calls go on with the
 * next step in the new one. A file that cannot be used leaves the running dialplan in force.
 */
public final class DialplanModule implements Module {

  static final String FILE = "extensions.conf";

  private final CurrentDialplan current = new CurrentDialplan();
  private final Switches switches = new Switches();
  private final DialplanLoader loader = new DialplanLoader(switches, Clock.systemDefaultZone());
  private @Nullable ModuleContext context;

  @Override
  public String name() {
    return "pbx_config";
  }

  @Override
  public String description() {
    return "Text Extension Configuration";
  }

  @Override
  public LoadPriority priority() {
    return LoadPriority.CORE;
  }

  /**
   * {@inheritDoc} Without a usable file it starts with a dialplan in which no number exists, so
   * that mending the file and {@code dialplan reload} are enough.
   */
  @Override
  public void load(ModuleContext given) throws ModuleException {
    this.context = given;
    given.publish(CurrentDialplan.class, current);
    given.publish(Switches.class, switches);
    given.register(new DialplanShowCommand(current));
    given.register(new DialplanReloadCommand(this));
    LoadResult read = given.config().load(FILE);
    given.report(read.problems());
    if (read instanceof LoadResult.Loaded loaded) {
      install(given, loaded);
    } else {
      given.report(
          List.of(
              Problem.warning(
                  new Origin(FILE, 0),
                  "there is no usable dialplan, so no number exists; write the file and say"
                      + " 'dialplan reload'")));
    }
  }

  @Override
  public void reload() throws ModuleException {
    ModuleContext given = context;
    if (given == null) {
      throw new ModuleException("pbx_config is not loaded");
    }
    LoadResult read = given.config().load(FILE);
    given.report(read.problems());
    switch (read) {
      case LoadResult.Loaded loaded -> install(given, loaded);
      case LoadResult.Missing missing -> throw refused(FILE + " is not there", missing.problems());
      case LoadResult.Invalid invalid -> throw refused(FILE + " is invalid", invalid.problems());
    }
  }

  private void install(ModuleContext given, LoadResult.Loaded read) {
    DialplanLoader.Loaded loaded = loader.load(read.configuration(), current.globals());
    given.report(loaded.problems());
    if (loaded.dialplan().settings().clearGlobals()) {
      current.globals().replace(loaded.globals());
    } else {
      current.globals().setAll(loaded.globals());
    }
    current.replace(loaded.dialplan());
  }

  private static ModuleException refused(String why, List<Problem> problems) {
    String places =
        problems.stream()
            .filter(problem -> problem.severity() == Problem.Severity.ERROR)
            .map(Problem::toString)
            .collect(Collectors.joining("; "));
    return new ModuleException(
        why + "; the running dialplan stays in force" + (places.isEmpty() ? "" : ": " + places));
  }
}
