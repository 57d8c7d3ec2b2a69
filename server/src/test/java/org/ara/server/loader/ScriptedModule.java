package org.ara.server.loader;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ara.module.Command;
import org.ara.module.LoadPriority;
import org.ara.module.Module;
import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.ara.module.reload.Difference;
import org.ara.module.reload.ReloadPlan;

/** A module that writes what happens to it into a journal and fails where it is told to. */
final class ScriptedModule implements Module {

  /** What goes wrong. */
  enum Fault {
    NONE,
    LOAD,
    LOAD_UNEXPECTEDLY,
    RELOAD,
    UNLOAD
  }

  private final String name;
  private final List<String> journal;
  private LoadPriority priority = LoadPriority.DEFAULT;
  private Set<String> needs = Set.of();
  private Fault fault = Fault.NONE;
  private boolean publishes;
  private boolean indispensable;

  ScriptedModule(String name, List<String> journal) {
    this.name = name;
    this.journal = journal;
  }

  ScriptedModule at(LoadPriority when) {
    this.priority = when;
    return this;
  }

  ScriptedModule needing(String... others) {
    this.needs = Set.of(others);
    return this;
  }

  ScriptedModule with(Fault what) {
    this.fault = what;
    return this;
  }

  ScriptedModule builtIn(boolean whether) {
    this.indispensable = whether;
    return this;
  }

  ScriptedModule publishing() {
    this.publishes = true;
    return this;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String description() {
    return "The module " + name + ", which does nothing but write down its life";
  }

  @Override
  public LoadPriority priority() {
    return priority;
  }

  @Override
  public Set<String> needs() {
    return needs;
  }

  @Override
  public void load(ModuleContext context) throws ModuleException {
    context.register(new NamedCommand(List.of(name, "show")));
    if (publishes) {
      context.publish(Service.class, new Service(name));
    }
    switch (fault) {
      case LOAD -> throw new ModuleException(name + ".conf:3: 'x' is not a port");
      case LOAD_UNEXPECTEDLY -> throw new IllegalStateException("a fault of " + name);
      case NONE, RELOAD, UNLOAD -> journal.add("load " + name);
    }
  }

  @Override
  public Optional<ReloadPlan> plan() throws ModuleException {
    if (fault == Fault.RELOAD) {
      throw new ModuleException(name + ".conf:3: 'x' is not a port");
    }
    return Optional.of(
        new ReloadPlan(
            List.of(
                new Difference(Difference.Kind.ADDED, "thing", "one", List.of()),
                new Difference(Difference.Kind.CHANGED, "thing", "two", List.of("size"))),
            List.of(),
            () -> journal.add("reload " + name)));
  }

  @Override
  public boolean builtIn() {
    return indispensable;
  }

  @Override
  public void unload() {
    journal.add("unload " + name);
    if (fault == Fault.UNLOAD) {
      throw new IllegalStateException("a fault of " + name);
    }
  }

  /** What the module publishes: of a type that only one module can have. */
  record Service(String owner) {}

  private record NamedCommand(List<String> words) implements Command {

    @Override
    public String summary() {
      return "Nothing";
    }

    @Override
    public String usage() {
      return "Usage: " + words;
    }

    @Override
    public Status execute(List<String> arguments, Output out) {
      return Status.SUCCESS;
    }
  }
}
