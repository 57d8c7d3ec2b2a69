package org.ara.pbx.loadable;

import java.util.Set;
import org.ara.module.Module;
import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.ara.pbx.function.DialplanFunction;
import org.ara.pbx.function.FunctionRegistry;

/** A module that brings functions and nothing else. */
abstract class FunctionModule implements Module {

  private final String name;
  private final String description;

  FunctionModule(String name, String description) {
    this.name = name;
    this.description = description;
  }

  /** Makes the functions. */
  abstract DialplanFunction[] functions(ModuleContext context) throws ModuleException;

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String description() {
    return description;
  }

  @Override
  public Set<String> needs() {
    return Set.of("pbx_core");
  }

  @Override
  public final void load(ModuleContext context) throws ModuleException {
    FunctionRegistry registry = context.require(FunctionRegistry.class);
    DialplanFunction[] brought = functions(context);
    context.undo(() -> registry.unregister(brought));
    registry.register(brought);
  }
}
