package org.ara.manager.ami;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ara.config.LoadResult;
import org.ara.config.Problem;
import org.ara.manager.ami.account.Account;
import org.ara.manager.ami.account.Settings;
import org.ara.manager.ami.account.SettingsReader;
import org.ara.manager.ami.command.ManagerCommands;
import org.ara.manager.ami.wire.Certificate;
import org.ara.module.LoadPriority;
import org.ara.module.Module;
import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.ara.module.reload.Difference;
import org.ara.module.reload.Differences;
import org.ara.module.reload.OwnReload;
import org.ara.module.reload.QuietContext;
import org.ara.module.reload.ReloadPlan;
import org.jspecify.annotations.Nullable;

/** {@code manager}: the manager interface as a loadable unit. */
public final class ManagerModule implements Module {

  private @Nullable ModuleContext context;
  private @Nullable ManagerServer server;

  @Override
  public String name() {
    return "manager";
  }

  @Override
  public String description() {
    return "Asterisk Manager Interface";
  }

  /** Last, so that whoever connects finds everything there. */
  @Override
  public LoadPriority priority() {
    return LoadPriority.DEVSTATE_CONSUMER;
  }

  @Override
  public Set<String> needs() {
    return Set.of("pbx_core", "acl");
  }

  @Override
  public void load(ModuleContext given) throws ModuleException {
    ManagerServer started = new ManagerServer(given);
    try {
      started.start(settings(given).orElseGet(SettingsReader::none));
    } catch (ModuleException e) {
      started.close();
      throw e;
    }
    context = given;
    server = started;
    ManagerCommands.of(started, new OwnReload(given, this)).forEach(given::register);
  }

  /** Reads the file again; sessions keep what they logged in with. */
  @Override
  public Optional<ReloadPlan> plan() throws ModuleException {
    ModuleContext given = context;
    ManagerServer running = server;
    if (given == null || running == null) {
      return Optional.empty();
    }
    QuietContext quiet = new QuietContext(given);
    Settings next = settings(quiet).orElseGet(SettingsReader::none);
    Settings now = running.settings();
    Optional<Certificate> certificate = Listeners.certificate(next);
    List<Difference> differences =
        new ArrayList<>(Differences.of("account", byName(now), byName(next), ManagerModule::parts));
    if (!now.withoutAccounts().equals(next.withoutAccounts())) {
      differences.add(new Difference(Difference.Kind.CHANGED, "general", "", List.of()));
    }
    return Optional.of(
        new ReloadPlan(
            differences,
            quiet.problems(),
            () -> {
              given.report(quiet.problems());
              running.reload(next, certificate);
            }));
  }

  private static Map<String, Account> byName(Settings settings) {
    return settings.accounts();
  }

  private static List<String> parts(Account before, Account after) {
    return before.equals(after) ? List.of() : List.of("its options");
  }

  @Override
  public void unload() {
    ManagerServer running = server;
    server = null;
    if (running != null) {
      running.close();
    }
  }

  /** What the file says; nothing if there is none. */
  private static Optional<Settings> settings(ModuleContext given) throws ModuleException {
    return switch (given.config().load(SettingsReader.FILE)) {
      case LoadResult.Loaded(var configuration, List<Problem> odd) -> {
        List<Problem> problems = new ArrayList<>(odd);
        Settings settings = SettingsReader.read(configuration, given.directories().etc(), problems);
        given.report(problems);
        yield Optional.of(settings);
      }
      case LoadResult.Missing missing -> Optional.empty();
      case LoadResult.Invalid invalid ->
          throw new ModuleException(
              SettingsReader.FILE
                  + " cannot be used: "
                  + String.join("; ", invalid.problems().stream().map(Problem::toString).toList()));
    };
  }
}
