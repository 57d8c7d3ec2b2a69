package org.ara.module;

import org.ara.config.ConfigSource;
import org.ara.config.Problem;

/**
 * Everything a module is given: its configuration, the directories, the services of others and the
 * places where it offers its own. What is offered here is withdrawn by the loader when the module
 * is unloaded.
 */
public interface ModuleContext {

  /** Reads configuration by file name, from files or wherever they are mapped to. */
  ConfigSource config();

  /** Where things are on disk. */
  Directories directories();

  /** {@code systemname} of {@code asterisk.conf}; empty if unset. */
  String systemName();

  /** What {@code asterisk.conf} says to all modules. */
  default CoreOptions options() {
    return CoreOptions.DEFAULTS;
  }

  /**
   * The service another module published under this type.
   *
   * @throws ModuleException if nobody has, naming the missing type
   */
  <T> T require(Class<T> type) throws ModuleException;

  /** Offers a service to the modules that load later. One per type. */
  <T> void publish(Class<T> type, T service) throws ModuleException;

  /** Adds commands to the console. */
  void register(Command command);

  /**
   * The program's log of problems in configuration: logs each at its level with its place.
   *
   * @param problems as returned by a configuration load
   */
  void report(Iterable<Problem> problems);

  /**
   * Has something undone when the module is unloaded or fails to load: last added first, after
   * {@link Module#unload}. For what was registered elsewhere than here.
   */
  void undo(Runnable action);
}
