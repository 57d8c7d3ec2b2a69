package org.ara.bench.lookup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ara.config.ConfigSource;
import org.ara.config.Problem;
import org.ara.config.file.FileConfigSource;
import org.ara.driver.sql.postgres.PostgresModule;
import org.ara.driver.sql.sqlite.SqliteModule;
import org.ara.module.Command;
import org.ara.module.Directories;
import org.ara.module.Module;
import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.ara.realtime.Realtime;
import org.ara.realtime.engine.ExtConfigModule;

/**
 * The realtime engine with its SQL drivers on a directory of configuration files, and nothing else.
 */
final class StandaloneRealtime implements ModuleContext, AutoCloseable {

  private final Path directory;
  private final Map<Class<?>, Object> services = new HashMap<>();
  private final Deque<Module> running = new ArrayDeque<>();

  StandaloneRealtime(Path directory, Map<String, String> files)
      throws IOException, ModuleException {
    this.directory = directory;
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(directory.resolve(file.getKey()), file.getValue());
    }
    for (Module module : List.of(new ExtConfigModule(), new SqliteModule(), new PostgresModule())) {
      module.load(this);
      running.push(module);
    }
  }

  Realtime realtime() throws ModuleException {
    return require(Realtime.class);
  }

  @Override
  public void close() {
    while (!running.isEmpty()) {
      running.pop().unload();
    }
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
  public void register(Command command) {}

  @Override
  public void report(Iterable<Problem> problems) {
    problems.forEach(System.err::println);
  }
}
