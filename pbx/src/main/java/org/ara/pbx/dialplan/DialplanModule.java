package org.ara.pbx.dialplan;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ara.config.LoadResult;
import org.ara.config.Origin;
import org.ara.config.Problem;
import org.ara.module.LoadPriority;
import org.ara.module.Module;
import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.ara.module.reload.OwnReload;
import org.ara.module.reload.ReloadPlan;
import org.ara.module.reload.Touched;
import org.ara.module.reload.Usable;
import org.ara.pbx.Channel;
import org.ara.pbx.Pbx;
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
    given.register(new DialplanExplainCommand(current));
    given.register(new DialplanCheckCommand(current));
    given.register(new DialplanAddCommand(current));
    given.register(new DialplanRemoveCommand(current));
    given.register(new DialplanReloadCommand(new OwnReload(given, this)));
    LoadResult read = given.config().load(FILE);
    given.report(read.problems());
    if (read instanceof LoadResult.Loaded loaded) {
      DialplanLoader.Loaded built = loader.load(loaded.configuration(), current.globals());
      given.report(built.problems());
      install(built);
    } else {
      given.report(
          List.of(
              Problem.warning(
                  new Origin(FILE, 0),
                  "there is no usable dialplan, so no number exists; write the file and say"
                      + " 'dialplan reload'")));
    }
  }

  /**
   * {@inheritDoc} The new dialplan is built beside the running one; channels go on with their next
   * step in whichever is in force then.
   */
  @Override
  public Optional<ReloadPlan> plan() throws ModuleException {
    ModuleContext given = context;
    if (given == null) {
      return Optional.empty();
    }
    LoadResult read = given.config().load(FILE);
    DialplanLoader.Loaded loaded = loader.load(Usable.required(read), current.globals());
    List<Problem> problems = new ArrayList<>(read.problems());
    problems.addAll(loaded.problems());
    DialplanChanges changes = new DialplanChanges(current.get(), loaded.dialplan());
    return Optional.of(
        new ReloadPlan(
            changes.differences(),
            new Touched(changes.touched(channels(given)), 0),
            problems,
            List.of(),
            () -> {
              given.report(problems);
              install(loaded);
            }));
  }

  private void install(DialplanLoader.Loaded loaded) {
    if (loaded.dialplan().settings().clearGlobals()) {
      current.globals().replace(loaded.globals());
    } else {
      current.globals().setAll(loaded.globals());
    }
    current.replace(loaded.dialplan());
  }

  /** The channels there are; the exchange loads later than this module. */
  private static Collection<Channel> channels(ModuleContext given) {
    try {
      return given.require(Pbx.class).channels();
    } catch (ModuleException e) {
      return List.of();
    }
  }
}
