package org.ara.driver.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ara.config.ConfigSource;
import org.ara.config.Problem;
import org.ara.config.file.FileConfigSource;
import org.ara.module.Command;
import org.ara.module.Directories;
import org.ara.module.Module;
import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.ara.realtime.Realtime;
import org.ara.realtime.engine.ExtConfigModule;

/** The real engine and one driver's module on a directory of configuration files. */
public final class ModuleHarness implements ModuleContext, AutoCloseable {

  private final Path directory;
  private final Module driver;
  private final Module engine = new ExtConfigModule();
  private final Map<Class<?>, Object> services = new HashMap<>();
  private final List<Command> commands = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  public ModuleHarness(Path directory, Module driver) {
    this.directory = directory;
    this.driver = driver;
  }

  public ModuleHarness file(String name, String... lines) {
    try {
      Files.write(directory.resolve(name), List.of(lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  public ModuleHarness load() throws ModuleException {
    engine.load(this);
    driver.load(this);
    return this;
  }

  public void reload() throws ModuleException {
    driver.reload();
  }

  public Realtime realtime() throws ModuleException {
    return require(Realtime.class);
  }

  /** What was wrong in the files, in order. */
  public List<String> problems() {
    return problems;
  }

  /** The lines that a command prints, and then its status. */
  public List<String> run(String line) {
    List<String> words = List.of(line.split(" "));
    for (Command command : commands) {
      List<String> fixed = command.words();
      if (words.size() >= fixed.size() && words.subList(0, fixed.size()).equals(fixed)) {
        List<String> lines = new ArrayList<>();
        Command.Status status =
            command.execute(words.subList(fixed.size(), words.size()), lines::add);
        lines.add(status.toString());
        return lines;
      }
    }
    throw new AssertionError("no command " + line);
  }

  @Override
  public void close() {
    driver.unload();
    engine.unload();
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
    found.forEach(problem -> problems.add(problem.message()));
  }
}
