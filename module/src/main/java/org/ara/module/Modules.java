package org.ara.module;

import java.util.List;
import java.util.Optional;
import org.ara.module.reload.ModuleReload;

/**
 * The modules of a running server as operators handle them, from the console or the manager
 * interface. Published as a service before any module loads. Names are with or without {@code .so},
 * in any case. Safe for any number of threads; one request is served at a time.
 */
public interface Modules {

  /** What came of a request. */
  record Answer(boolean done, String message) {}

  /** How hard to unload. */
  enum Force {
    /** Refuse if anything uses the module. */
    SOFT,
    /** Hang up the channels in it and unload those that need it first. */
    FIRM
  }

  /** Every module that runs, was to run or was loaded since, sorted by name. */
  List<ModuleState> states();

  /**
   * Reloads modules, one after the other; one that cannot be reloaded keeps what it has and does
   * not keep the others from it.
   *
   * @param names empty for all that run, in the order in which they started
   * @return one for each; for all, only those that can be reloaded
   */
  List<ModuleReload> reload(List<String> names);

  /** Works out what {@link #reload} would change, and changes nothing. */
  List<ModuleReload> plan(List<String> names);

  /** The package above the classes of a module that runs, after which its loggers are named. */
  Optional<String> packageOf(String name);

  /** Starts a module that does not run; what it needs must run already. */
  Answer load(String name);

  /** Stops a module. */
  Answer unload(String name, Force force);

  /**
   * Stops a module and starts it again.
   *
   * @param recursively whether those that need it are stopped before and started again after
   */
  Answer refresh(String name, boolean recursively);
}
