package org.ara.pbx.testing;

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
import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;

/** What modules are given in tests: files of a directory, services and commands to look at. */
final class TestContext implements ModuleContext {

  private final Path directory;
  private final Map<Class<?>, Object> services = new HashMap<>();
  private final List<Command> commands = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  TestContext(Path directory) {
    this.directory = directory;
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
    return "bar";
  }

  @Override
  public <T> T require(Class<T> type) throws ModuleException {
    Object service = services.get(type);
    if (service == null) {
      throw new ModuleException("nobody offers " + type);
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

  List<Problem> problems() {
    return problems;
  }

  /** The command of these words. */
  Command command(List<String> words) {
    return commands.stream()
        .filter(command -> command.words().equals(words))
        .findFirst()
        .orElseThrow();
  }
}
