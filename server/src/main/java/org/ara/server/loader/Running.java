package org.ara.server.loader;

import java.util.Optional;
import org.ara.module.Module;
import org.ara.module.ModuleException;
import org.ara.module.reload.ModuleReload;
import org.ara.module.reload.ReloadPlan;
import org.ara.module.reload.ReloadResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A module that was loaded, with everything it offered. */
record Running(ModuleName name, Candidate from, Module module, LoadedContext context) {

  private static final Logger LOG = LoggerFactory.getLogger(Running.class);

  /**
   * Loads a module.
   *
   * @throws ModuleException if it does not load; nothing of it is left then
   */
  static Running start(Candidate from, Module module, LoadedContext context)
      throws ModuleException {
    boolean done = false;
    try {
      module.load(context);
      done = true;
      return new Running(from.name(), from, module, context);
    } catch (RuntimeException | LinkageError e) {
      LOG.error("Module {} has a fault", from.name(), e);
      throw new ModuleException("unexpectedly: " + e, e);
    } finally {
      if (!done) {
        context.withdraw();
        from.release().run();
      }
    }
  }

  boolean needs(ModuleName other) {
    return module.needs().stream().map(ModuleName::of).anyMatch(other::equals);
  }

  /** Works a reload out, and puts it in force unless that is left to another time. */
  ModuleReload reload(String written, boolean apply) {
    try {
      Optional<ReloadPlan> plan = module.plan();
      if (plan.isEmpty()) {
        return ModuleReload.not(written, ReloadResult.UNSUPPORTED, "");
      }
      if (apply) {
        plan.get().apply();
      }
      return ModuleReload.of(written, plan.get());
    } catch (ModuleException e) {
      LOG.error("Module {} keeps its configuration: {}", name, e.getMessage());
      return ModuleReload.not(written, ReloadResult.REFUSED, String.valueOf(e.getMessage()));
    } catch (RuntimeException | LinkageError e) {
      LOG.error("Module {} has a fault", name, e);
      return ModuleReload.not(written, ReloadResult.REFUSED, "unexpectedly: " + e);
    }
  }

  /** Unloads it and takes back what it offered. */
  void stop() {
    try {
      module.unload();
    } catch (RuntimeException | LinkageError e) {
      LOG.error("Module {} did not stop cleanly", name, e);
    } finally {
      context.withdraw();
      from.release().run();
    }
  }
}
