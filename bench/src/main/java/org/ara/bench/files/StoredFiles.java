package org.ara.bench.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.ara.config.Configuration;
import org.ara.config.LoadResult;
import org.ara.config.file.FileConfigSource;
import org.ara.module.EmbeddedContext;
import org.ara.module.LoadPriority;
import org.ara.module.Module;
import org.ara.module.ModuleException;
import org.ara.realtime.engine.ExtConfigModule;
import org.ara.realtime.files.StaticFiles;

/** The engine with all its drivers over one directory of configuration, as a source of files. */
final class StoredFiles implements AutoCloseable {

  private final List<Module> modules;
  private final FileConfigSource files;

  private StoredFiles(List<Module> modules, FileConfigSource files) {
    this.modules = modules;
    this.files = files;
  }

  static StoredFiles open(Path directory) throws ModuleException {
    EmbeddedContext context = new EmbeddedContext(directory);
    List<Module> modules = new ArrayList<>();
    modules.add(new ExtConfigModule());
    ServiceLoader.load(Module.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(module -> module.priority() == LoadPriority.REALTIME_DRIVER)
        .forEach(modules::add);
    for (Module module : modules) {
      module.load(context);
    }
    return new StoredFiles(
        modules, new FileConfigSource(directory).with(context.require(StaticFiles.class)));
  }

  Configuration load(String name) {
    return switch (files.load(name)) {
      case LoadResult.Loaded loaded -> loaded.configuration();
      case LoadResult.Missing missing -> throw new IllegalStateException("" + missing.problems());
      case LoadResult.Invalid invalid -> throw new IllegalStateException("" + invalid.problems());
    };
  }

  @Override
  public void close() {
    modules.reversed().forEach(Module::unload);
  }
}
