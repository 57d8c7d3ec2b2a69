package org.ara.server.loader;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.ara.module.Module;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the modules on the class path and in the jars of the modules directory. */
public final class ModuleFinder {

  private static final Logger LOG = LoggerFactory.getLogger(ModuleFinder.class);

  private final Path directory;
  private final Map<Path, DropIn> jars = new HashMap<>();

  /**
   * A finder.
   *
   * @param directory where jars may be dropped in; need not exist
   */
  public ModuleFinder(Path directory) {
    this.directory = directory;
  }

  /**
   * Every module that can be made, those of the class path first and then the jars by name. One
   * that cannot is logged and left out.
   */
  synchronized List<Candidate> find() {
    List<Candidate> found = new ArrayList<>();
    ClassLoader own = ModuleFinder.class.getClassLoader();
    for (ServiceLoader.Provider<Module> provider : providers(own, "the class path")) {
      add(found, "the class path", () -> embedded(provider));
    }
    for (Path jar : listed()) {
      try (URLClassLoader peek = new URLClassLoader(new URL[] {jar.toUri().toURL()}, own)) {
        DropIn dropIn = jars.get(jar);
        if (dropIn == null) {
          dropIn = new DropIn(jar);
          jars.put(jar, dropIn);
        }
        DropIn source = dropIn;
        for (ServiceLoader.Provider<Module> provider : providers(peek, jar.toString())) {
          if (provider.type().getClassLoader() == peek) {
            add(found, jar.toString(), () -> dropped(source, provider));
          }
        }
      } catch (IOException e) {
        LOG.error("{} cannot be used: {}", jar, e.toString());
      }
    }
    return found;
  }

  /** One new instance of every module that can be made, for programs that start them themselves. */
  public List<Module> modules() {
    List<Module> modules = new ArrayList<>();
    for (Candidate candidate : find()) {
      try {
        modules.add(candidate.maker().get());
      } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
        LOG.error("Module {} cannot be made: {}", candidate.name(), e.toString());
      }
    }
    return modules;
  }

  private static Candidate embedded(ServiceLoader.Provider<Module> provider) {
    ModuleName name = ModuleName.of(provider.get().name());
    return new Candidate(name, provider::get, () -> {}, "core");
  }

  private static Candidate dropped(DropIn jar, ServiceLoader.Provider<Module> provider) {
    ModuleName name = ModuleName.of(provider.get().name());
    String className = provider.type().getName();
    return new Candidate(name, () -> jar.make(className), jar::release, "extended");
  }

  private static void add(List<Candidate> found, String where, Supplier<Candidate> candidate) {
    try {
      found.add(candidate.get());
    } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
      LOG.error("A module of {} cannot be used: {}", where, String.valueOf(e.getMessage()));
    }
  }

  private static List<ServiceLoader.Provider<Module>> providers(ClassLoader loader, String where) {
    List<ServiceLoader.Provider<Module>> providers = new ArrayList<>();
    Iterator<ServiceLoader.Provider<Module>> all =
        ServiceLoader.load(Module.class, loader).stream().iterator();
    for (boolean more = true; more; ) {
      try {
        more = all.hasNext();
        if (more) {
          providers.add(all.next());
        }
      } catch (ServiceConfigurationError | LinkageError e) {
        LOG.error("A module of {} cannot be used: {}", where, String.valueOf(e.getMessage()));
      }
    }
    return providers;
  }

  private TreeSet<Path> listed() {
    TreeSet<Path> found = new TreeSet<>();
    if (Files.isDirectory(directory)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.jar")) {
        files.forEach(found::add);
      } catch (IOException | DirectoryIteratorException e) {
        LOG.error("The modules in {} cannot be listed: {}", directory, e.toString());
      }
    }
    return found;
  }
}
