package org.ara.manager.alias;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ara.config.Configuration;
import org.ara.config.LoadResult;
import org.ara.config.Problem;
import org.ara.manager.Alias;
import org.ara.manager.CommandLine;
import org.ara.manager.CommandRegistry;
import org.ara.manager.Dispatcher;
import org.ara.module.Module;
import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.ara.module.reload.Differences;
import org.ara.module.reload.ReloadPlan;
import org.ara.module.reload.Usable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code res_clialiases}: further names of console commands. */
public final class AliasModule implements Module {

  private static final Logger LOG = LoggerFactory.getLogger(AliasModule.class);

  private final List<CommandRegistry.Registration> registered = new ArrayList<>();
  private volatile Map<String, String> aliases = Map.of();
  private @Nullable ModuleContext context;
  private @Nullable Dispatcher dispatcher;

  @Override
  public String name() {
    return "res_clialiases";
  }

  @Override
  public String description() {
    return "CLI Aliases";
  }

  @Override
  public void load(ModuleContext given) throws ModuleException {
    Dispatcher on = given.require(Dispatcher.class);
    List<Problem> problems = new ArrayList<>();
    Map<String, String> read = read(given, problems);
    given.report(problems);
    context = given;
    dispatcher = on;
    given.register(new ShowAliases(() -> aliases));
    use(on, read);
  }

  @Override
  public Optional<ReloadPlan> plan() throws ModuleException {
    ModuleContext given = context;
    Dispatcher on = dispatcher;
    if (given == null || on == null) {
      return Optional.empty();
    }
    List<Problem> problems = new ArrayList<>();
    Map<String, String> next = read(given, problems);
    return Optional.of(
        new ReloadPlan(
            Differences.of(
                "alias",
                aliases,
                next,
                (before, after) -> before.equals(after) ? List.of() : List.of("what it means")),
            problems,
            () -> {
              given.report(problems);
              use(on, next);
            }));
  }

  @Override
  public void unload() {
    registered.forEach(CommandRegistry.Registration::close);
    registered.clear();
  }

  private static Map<String, String> read(ModuleContext given, List<Problem> problems)
      throws ModuleException {
    LoadResult result = given.config().load(AliasFile.NAME);
    Optional<Configuration> file = Usable.optional(result);
    if (file.isEmpty()) {
      return new TreeMap<>(AliasFile.none());
    }
    problems.addAll(result.problems());
    return new TreeMap<>(AliasFile.read(file.get(), problems));
  }

  private void use(Dispatcher on, Map<String, String> next) {
    unload();
    next.forEach(
        (name, meaning) -> {
          try {
            Alias alias = on.alias(List.of(name.split(" ")), CommandLine.parse(meaning).words());
            registered.add(on.register(alias));
          } catch (IllegalArgumentException e) {
            LOG.warn("{}: the alias '{}' is left out: {}", AliasFile.NAME, name, e.getMessage());
          }
        });
    aliases = next;
  }
}
