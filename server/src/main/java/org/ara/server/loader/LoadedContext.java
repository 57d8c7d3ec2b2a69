package org.ara.server.loader;

import java.util.ArrayDeque;
import java.util.Deque;
import org.ara.config.ConfigSource;
import org.ara.config.Problem;
import org.ara.module.Command;
import org.ara.module.CoreOptions;
import org.ara.module.Directories;
import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.ara.realtime.files.StaticFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The context of one module; remembers what the module offered, to take it back at the end. */
final class LoadedContext implements ModuleContext {

  private static final Logger LOG = LoggerFactory.getLogger(LoadedContext.class);

  private final Surroundings surroundings;
  private final Services services;
  private final ConfigSource config;
  private final Deque<Runnable> offered = new ArrayDeque<>();

  /**
   * A context.
   *
   * @param mapped whether configuration may come from a database: not for what is needed to get at
   *     one
   */
  LoadedContext(Surroundings surroundings, Services services, boolean mapped) {
    this.surroundings = surroundings;
    this.services = services;
    this.config =
        mapped
            ? surroundings
                .config()
                .with(
                    name -> services.offered(StaticFiles.class).flatMap(files -> files.find(name)))
            : surroundings.config();
  }

  @Override
  public ConfigSource config() {
    return config;
  }

  @Override
  public Directories directories() {
    return surroundings.directories();
  }

  @Override
  public String systemName() {
    return surroundings.systemName();
  }

  @Override
  public CoreOptions options() {
    return surroundings.options();
  }

  @Override
  public <T> T require(Class<T> type) throws ModuleException {
    return services.require(type);
  }

  @Override
  public synchronized <T> void publish(Class<T> type, T service) throws ModuleException {
    services.publish(type, service);
    offered.push(() -> services.withdraw(type));
  }

  @Override
  public synchronized void register(Command command) {
    offered.push(surroundings.commands().register(command)::close);
  }

  @Override
  public void report(Iterable<Problem> problems) {
    ProblemLog.report(problems);
  }

  @Override
  public synchronized void undo(Runnable action) {
    offered.push(action);
  }

  /** Takes back everything offered, last first. */
  synchronized void withdraw() {
    while (!offered.isEmpty()) {
      try {
        offered.pop().run();
      } catch (RuntimeException e) {
        LOG.error("Something a module offered could not be taken back", e);
      }
    }
  }
}
