package org.ara.pbx.access;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ara.config.Category;
import org.ara.config.LoadResult;
import org.ara.config.Problem;
import org.ara.config.access.AccessList;
import org.ara.module.LoadPriority;
import org.ara.module.Module;
import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.ara.module.reload.Differences;
import org.ara.module.reload.ReloadPlan;
import org.ara.module.reload.Usable;
import org.ara.realtime.Realtime;
import org.jspecify.annotations.Nullable;

/** {@code acl}: reads {@code acl.conf} and offers {@link NamedAccess} to all other modules. */
public final class AccessModule implements Module {

  static final String FILE = "acl.conf";

  private @Nullable ModuleContext context;
  private @Nullable NamedAccess access;

  @Override
  public String name() {
    return "acl";
  }

  @Override
  public String description() {
    return "Named Access Lists";
  }

  @Override
  public LoadPriority priority() {
    return LoadPriority.CORE;
  }

  @Override
  public Set<String> needs() {
    return Set.of("extconfig");
  }

  @Override
  public boolean builtIn() {
    return true;
  }

  /** {@inheritDoc} A file that cannot be used leaves no list, by which nobody gets in. */
  @Override
  public void load(ModuleContext given) throws ModuleException {
    NamedAccess offered = new NamedAccess(given.require(Realtime.class), given.systemName());
    LoadResult read = given.config().load(FILE);
    List<Problem> problems = new ArrayList<>(read.problems());
    if (read instanceof LoadResult.Loaded loaded) {
      offered.use(lists(loaded.configuration().visible(), problems));
    }
    given.report(problems);
    given.publish(NamedAccess.class, offered);
    given.register(new ShowAccess(offered));
    context = given;
    access = offered;
  }

  @Override
  public Optional<ReloadPlan> plan() throws ModuleException {
    ModuleContext given = context;
    NamedAccess running = access;
    if (given == null || running == null) {
      return Optional.empty();
    }
    LoadResult read = given.config().load(FILE);
    List<Problem> problems = new ArrayList<>(read.problems());
    Map<String, AccessList> next =
        Usable.optional(read)
            .map(configuration -> lists(configuration.visible(), problems))
            .orElseGet(Map::of);
    return Optional.of(
        new ReloadPlan(
            Differences.of(
                "access list",
                running.sections(),
                next,
                (before, after) -> before.equals(after) ? List.of() : List.of("its rules")),
            problems,
            () -> {
              given.report(problems);
              running.use(next);
            }));
  }

  private static Map<String, AccessList> lists(List<Category> sections, List<Problem> problems) {
    Map<String, AccessList> lists = new LinkedHashMap<>();
    for (Category section : sections) {
      lists.put(section.name().toLowerCase(Locale.ROOT), AccessOptions.list(section, problems));
    }
    return Collections.unmodifiableMap(lists);
  }
}
