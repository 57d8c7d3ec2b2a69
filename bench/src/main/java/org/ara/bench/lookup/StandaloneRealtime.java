package org.ara.bench.lookup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.ara.driver.sql.postgres.PostgresModule;
import org.ara.driver.sql.sqlite.SqliteModule;
import org.ara.module.EmbeddedContext;
import org.ara.module.Module;
import org.ara.module.ModuleException;
import org.ara.realtime.Realtime;
import org.ara.realtime.engine.ExtConfigModule;
import org.ara.realtime.status.Inspection;

/**
 * The realtime engine with its SQL drivers on a directory of configuration files, and nothing else.
 */
public final class StandaloneRealtime implements AutoCloseable {

  private final EmbeddedContext context;
  private final Deque<Module> running = new ArrayDeque<>();

  /** Starts it, with these files written into the directory. */
  public StandaloneRealtime(Path directory, Map<String, String> files)
      throws IOException, ModuleException {
    this.context = new EmbeddedContext(directory);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(directory.resolve(file.getKey()), file.getValue());
    }
    for (Module module : List.of(new ExtConfigModule(), new SqliteModule(), new PostgresModule())) {
      module.load(context);
      running.push(module);
    }
    context.problems().forEach(System.err::println);
  }

  /** The engine. */
  public Realtime realtime() throws ModuleException {
    return context.require(Realtime.class);
  }

  /** What the engine tells of itself. */
  public Inspection inspection() throws ModuleException {
    return context.require(Inspection.class);
  }

  @Override
  public void close() {
    while (!running.isEmpty()) {
      running.pop().unload();
    }
  }
}
