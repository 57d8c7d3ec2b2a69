package org.ara.server.command;

import java.util.List;
import org.ara.module.Command;
import org.ara.module.ModuleState;
import org.ara.module.Modules;

/** {@code module refresh NAME [recursively]}: stops and starts one module. */
public final class ModuleRefresh implements Command {

  private final Modules modules;

  public ModuleRefresh(Modules modules) {
    this.modules = modules;
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
    Modules.Answer answer = modules.refresh(arguments.getFirst(), recursively);
    out.line(answer.message());
    return answer.done() ? Status.SUCCESS : Status.FAILURE;
  }

  @Override
  public List<String> complete(List<String> arguments, String prefix) {
    return modules.states().stream()
        .filter(ModuleState::running)
        .map(ModuleState::file)
        .filter(file -> file.startsWith(prefix))
        .toList();
  }
}
