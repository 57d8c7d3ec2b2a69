package org.ara.driver.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ara.config.Problem;
import org.ara.module.Command;
import org.ara.module.EmbeddedContext;
import org.ara.module.Module;
import org.ara.module.ModuleException;
import org.ara.realtime.Realtime;
import org.ara.realtime.engine.ExtConfigModule;

/** The real engine and one driver's module on a directory of configuration files. */
public final class ModuleHarness implements AutoCloseable {

  private final Path directory;
  private final Module driver;
  private final Module engine = new ExtConfigModule();
  private final EmbeddedContext context;

  public ModuleHarness(Path directory, Module driver) {
    this.directory = directory;
    this.context = new EmbeddedContext(directory);
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
    engine.load(context);
    driver.load(context);
    return this;
  }

  public void reload() throws ModuleException {
    driver.reload();
  }

  public Realtime realtime() throws ModuleException {
    return context.require(Realtime.class);
  }

  /** A service that the modules offer. */
  public <T> T service(Class<T> type) throws ModuleException {
    return context.require(type);
  }

  /** What was wrong in the files, in order. */
  public List<String> problems() {
    return context.problems().stream().map(Problem::message).toList();
  }

  /** The lines that a command prints, and then its status. */
  public List<String> run(String line) {
    List<String> words = List.of(line.split(" "));
    for (Command command : context.commands()) {
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
}
