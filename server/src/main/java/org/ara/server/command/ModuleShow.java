package org.ara.server.command;

import java.util.List;
import java.util.Locale;
import org.ara.module.Command;
import org.ara.module.Completion;
import org.ara.module.ModuleState;
import org.ara.module.Modules;

/** {@code module show [like TEXT]}: the modules and whether they run. */
public final class ModuleShow implements Command {

  private static final String LAYOUT = "%-30s %-40.40s %-10s %-11s %13s";

  private final Modules modules;

  public ModuleShow(Modules modules) {
    this.modules = modules;
  }

  @Override
  public List<String> words() {
    return List.of("module", "show");
  }

  @Override
  public String summary() {
    return "List modules and info";
  }

  @Override
  public String usage() {
    return """
        Usage: module show [like TEXT]
               Lists the modules, or those with TEXT in their names, and whether they run.""";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    boolean like = arguments.size() == 2 && arguments.getFirst().equalsIgnoreCase("like");
    if (!arguments.isEmpty() && !like) {
      return Status.USAGE;
    }
    String part = like ? arguments.getLast().toLowerCase(Locale.ROOT) : "";
    List<ModuleState> states =
        modules.states().stream().filter(state -> state.file().contains(part)).toList();
    out.line(LAYOUT, "Module", "Description", "Use Count", "Status", "Support Level");
    for (ModuleState state : states) {
      out.line(
          LAYOUT,
          state.file(),
          state.description(),
          state.uses(),
          state.running() ? "Running" : "Not Running",
          state.support());
    }
    out.line("%d modules loaded", states.size());
    return Status.SUCCESS;
  }

  @Override
  public List<String> complete(List<String> arguments, String prefix) {
    return switch (arguments.size()) {
      case 0 -> Completion.of(prefix, "like");
      case 1 -> Completion.of(prefix, modules.states().stream().map(ModuleState::file));
      default -> List.of();
    };
  }
}
