package org.ara.server.command;

import java.util.List;
import org.ara.module.Completion;
import org.ara.module.ModuleState;
import org.ara.module.Modules;

/** {@code module refresh NAME [recursively]}: stops and starts one module. */
public final class ModuleRefresh extends ModuleCommand {

  public ModuleRefresh(Modules modules) {
    super(modules);
  }

  @Override
  public List<String> words() {
    return List.of("module", "refresh");
  }

  @Override
  public String summary() {
    return "Completely unloads and loads specified module";
  }

  @Override
  public String usage() {
    return """
        Usage: module refresh <module name> [recursively]
               Stops a module and starts it again, from its jar if it has one. With
               recursively, the modules that need it are stopped before and started
               again after.""";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    boolean recursively =
        arguments.size() == 2 && arguments.getLast().equalsIgnoreCase("recursively");
    if (arguments.size() != 1 && !recursively) {
      return Status.USAGE;
    }
    return say(modules.refresh(arguments.getFirst(), recursively), out);
  }

  @Override
  boolean suits(ModuleState state) {
    return state.running();
  }

  @Override
  public List<String> complete(List<String> arguments, String prefix) {
    return arguments.isEmpty()
        ? names(arguments, prefix)
        : arguments.size() == 1 ? Completion.of(prefix, "recursively") : List.of();
  }
}
