package org.ara.server.command;

import java.util.List;
import org.ara.module.ModuleState;
import org.ara.module.Modules;

/** {@code module unload [-f|-h] NAME...}: stops modules. */
public final class ModuleUnload extends ModuleCommand {

  public ModuleUnload(Modules modules) {
    super(modules);
  }

  @Override
  public List<String> words() {
    return List.of("module", "unload");
  }

  @Override
  public String summary() {
    return "Unload a module by name";
  }

  @Override
  public String usage() {
    return """
        Usage: module unload [-f|-h] <module name> [<module name> ...]
               Stops modules. One that is in use is left running, and who uses it is
               named; with -f or -h the channels in it are hung up and the modules that
               need it are unloaded first.""";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    List<String> names = arguments.stream().filter(word -> !word.startsWith("-")).toList();
    List<String> options = arguments.stream().filter(word -> word.startsWith("-")).toList();
    if (names.isEmpty() || !List.of("-f", "-h").containsAll(options)) {
      return Status.USAGE;
    }
    Modules.Force force = options.isEmpty() ? Modules.Force.SOFT : Modules.Force.FIRM;
    Status status = Status.SUCCESS;
    for (String name : names) {
      Modules.Answer answer = modules.unload(name, force);
      out.line(answer.message());
      status = answer.done() ? status : Status.FAILURE;
    }
    return status;
  }

  @Override
  boolean suits(ModuleState state) {
    return state.running();
  }
}
