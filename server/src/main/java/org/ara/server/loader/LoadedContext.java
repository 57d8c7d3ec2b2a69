package org.ara.server.loader;

import java.util.ArrayDeque;
import java.util.Deque;
import org.ara.config.ConfigSource;
import org.ara.config.Problem;
import org.ara.module.Command;
import org.ara.module.Directories;
import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The context of one module; remembers what the module offered, to take it back at the end. */
final class LoadedContext implements ModuleContext {

  private static final Logger LOG = LoggerFactory.getLogger(LoadedContext.class);

  private final Surroundings surroundings;
  private final Services services;
  private final Deque<Runnable> offered = new ArrayDeque<>();

  LoadedContext(Surroundings surroundings, Services services) {
    this.surroundings = surroundings;
    this.services = services;
  }

  @Override
  public ConfigSource config() {
    return surroundings.config();
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
