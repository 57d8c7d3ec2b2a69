package org.ara.pbx.loadable;

import java.util.Set;
import org.ara.module.Module;
import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Applications;
import org.jspecify.annotations.Nullable;

/** A module that brings applications and nothing else. */
abstract class ApplicationModule implements Module {

  private final String name;
  private final String description;
  private @Nullable Applications registry;
  private Application[] brought = {};

  ApplicationModule(String name, String description) {
    this.name = name;
    this.description = description;
  }

  /** Makes the applications. */
  abstract Application[] applications(ModuleContext context) throws ModuleException;

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
    Applications applications = context.require(Applications.class);
    brought = applications(context);
    applications.register(brought);
    registry = applications;
  }

  @Override
  public final void unload() {
    if (registry != null) {
      registry.unregister(brought);
    }
  }
}
