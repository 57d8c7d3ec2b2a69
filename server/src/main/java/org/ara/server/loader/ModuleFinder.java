package org.ara.server.loader;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.ara.module.Module;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the modules on the class path and in the jars of the modules directory. */
public final class ModuleFinder {

  private static final Logger LOG = LoggerFactory.getLogger(ModuleFinder.class);

  private ModuleFinder() {}

  /**
   * One new instance of every module that can be made. One that cannot is logged and left out.
   *
   * @param directory where jars may be dropped in; need not exist
   */
  public static List<Module> find(Path directory) {
    List<Module> modules = new ArrayList<>();
    Iterator<Module> found = ServiceLoader.load(Module.class, loader(directory)).iterator();
    for (boolean more = true; more; ) {
      try {
        more = found.hasNext();
        if (more) {
          modules.add(found.next());
        }
      } catch (ServiceConfigurationError | LinkageError e) {
        LOG.error("A module cannot be used: {}", e.getMessage());
      }
    }
    return modules;
  }

  private static ClassLoader loader(Path directory) {
    ClassLoader own = ModuleFinder.class.getClassLoader();
    List<URL> jars = jars(directory);
    return jars.isEmpty() ? own : new URLClassLoader(jars.toArray(URL[]::new), own);
  }

  private static List<URL> jars(Path directory) {
    List<URL> jars = new ArrayList<>();
    if (Files.isDirectory(directory)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.jar")) {
        for (Path jar : files) {
          jars.add(url(jar));
        }
      } catch (IOException e) {
        LOG.error("The modules in {} cannot be listed: {}", directory, e.toString());
      }
    }
    return jars;
  }

  private static URL url(Path jar) throws MalformedURLException {
    return jar.toUri().toURL();
  }
}
