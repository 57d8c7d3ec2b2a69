package org.ara.module;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ara.config.ConfigSource;
import org.ara.config.Problem;
import org.ara.config.file.FileConfigSource;

/**
 * What modules are given by a program that starts them itself, without the server's loader: one
 * directory for everything, the services and commands they offer, and the problems they report.
 *
 * <p>Modules are loaded and unloaded by one thread, in an order that suits their needs.
 */
public class EmbeddedContext implements ModuleContext {

  private final Path directory;
  private final Map<Class<?>, Object> services = new HashMap<>();
  private final List<Command> commands = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Deque<Runnable> undone = new ArrayDeque<>();

  /**
   * A context with configuration files in a directory, which is also every other directory.
   *
   * @param directory absolute
   */
  public EmbeddedContext(Path directory) {
    this.directory = directory;
  }

  /** The commands that were registered, in order. */
  public List<Command> commands() {
    return commands;
  }

  /** What was reported, in order. */
  public List<Problem> problems() {
    return problems;
  }

  @Override
  public ConfigSource config() {
    return new FileConfigSource(directory);
  }

  @Override
  public Directories directories() {
    return new Directories(
        directory, directory, directory, directory, directory, directory, directory);
  }

  @Override
  public String systemName() {
    return "";
  }

  @Override
  public <T> T require(Class<T> type) throws ModuleException {
    Object service = services.get(type);
    if (service == null) {
      throw new ModuleException("nobody offers " + type.getName());
    }
    return type.cast(service);
  }

  @Override
  public <T> void publish(Class<T> type, T service) {
    services.put(type, service);
  }

  @Override
  public void register(Command command) {
    commands.add(command);
  }

  @Override
  public void report(Iterable<Problem> found) {
    found.forEach(problems::add);
  }

  @Override
  public void undo(Runnable action) {
    undone.push(action);
  }

  /** Undoes what the modules asked to have undone, last first. */
  public void undoAll() {
    while (!undone.isEmpty()) {
      undone.pop().run();
    }
  }
}
