package org.ara.server.command;

import java.util.List;
import org.ara.module.ModuleState;
import org.ara.module.Modules;

/** {@code module load NAME}: starts one module. */
public final class ModuleLoad extends ModuleCommand {

  public ModuleLoad(Modules modules) {
    super(modules);
  }

  @Override
  public List<String> words() {
    return List.of("module", "load");
  }

  @Override
  public String summary() {
    return "Load a module by name";
  }

  @Override
  public String usage() {
    return """
        Usage: module load <module name>
               Loads a module that does not run: one that came with the server or a jar in
               the modules directory. What it needs must run already.""";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    if (arguments.size() != 1) {
      return Status.USAGE;
    }
    return say(modules.load(arguments.getFirst()), out);
  }

  @Override
  boolean suits(ModuleState state) {
    return !state.running();
  }

  @Override
  public List<String> complete(List<String> arguments, String prefix) {
    return arguments.isEmpty() ? names(arguments, prefix) : List.of();
  }
}
