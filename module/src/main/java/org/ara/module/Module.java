package org.ara.module;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ara.module.reload.ReloadPlan;

/**
 * A loadable unit, in Asterisk's sense of the word: {@code chan_sip}, {@code res_config_pgsql},
 * {@code pbx_realtime}.
 *
 * <p>Implementations have a public constructor without arguments, are listed as {@link
 * java.util.ServiceLoader} providers, and do nothing before {@link #load}. The loader calls the
 * methods from one thread at a time.
 */
public interface Module {

  /** The name without {@code .so}, as {@code modules.conf} and {@code module show} spell it. */
  String name();

  /** One line for {@code module show}. */
  String description();

  /** When this module starts, relative to the others; see {@link LoadPriority}. */
  default LoadPriority priority() {
    return LoadPriority.DEFAULT;
  }

  /** The names of the modules that must be running before this one. */
  default Set<String> needs() {
    return Set.of();
  }

  /**
   * Starts the module: reads its configuration, publishes services, registers commands.
   *
   * @throws ModuleException if it cannot start; it has then released whatever it took. What it
   *     registered through the context is withdrawn by the loader.
   */
  void load(ModuleContext context) throws ModuleException;

  /**
   * Reads the configuration again and works out what would change, without changing anything.
   *
   * @return empty if the module has nothing to reload
   * @throws ModuleException if the new configuration cannot be used; the message names file and
   *     line, or table and row
   */
  default Optional<ReloadPlan> plan() throws ModuleException {
    return Optional.empty();
  }

  /**
   * Reads the configuration again and puts it in force, keeping the running one if the new one is
   * unusable.
   *
   * @throws ModuleException if the new configuration was refused; the message names file and line
   */
  default void reload() throws ModuleException {
    Optional<ReloadPlan> plan = plan();
    plan.ifPresent(ReloadPlan::apply);
  }

  /** The names of the channels that are in this module at the moment, which it must outlive. */
  default List<String> users() {
    return List.of();
  }

  /** Whether the server cannot do without: it is neither left out nor unloaded. */
  default boolean builtIn() {
    return false;
  }

  /** Stops the module and releases everything it took in {@link #load}. */
  default void unload() {}
}
