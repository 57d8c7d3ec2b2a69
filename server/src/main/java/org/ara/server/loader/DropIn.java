package org.ara.server.loader;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.ara.module.Module;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A jar in the modules directory, with a class loader of its own that lives while one of its
 * modules does: a jar that was exchanged is read anew once all of them are unloaded.
 */
final class DropIn {

  private static final Logger LOG = LoggerFactory.getLogger(DropIn.class);

  private final URL jar;
  private @Nullable URLClassLoader classes;
  private int uses;

  DropIn(Path jar) throws MalformedURLException {
    this.jar = jar.toUri().toURL();
  }

  /**
   * Makes the module of that class; {@link #release} it once.
   *
   * @throws ServiceConfigurationError if the jar does not have it any more or it cannot be made
   */
  synchronized Module make(String className) {
    URLClassLoader loader = classes;
    if (loader == null) {
      loader = new URLClassLoader(new URL[] {jar}, DropIn.class.getClassLoader());
      classes = loader;
    }
    uses++;
    URLClassLoader own = loader;
    try {
      return ServiceLoader.load(Module.class, own).stream()
          .filter(provider -> provider.type().getClassLoader() == own)
          .filter(provider -> provider.type().getName().equals(className))
          .findFirst()
          .orElseThrow(() -> new ServiceConfigurationError(jar + " no longer has " + className))
          .get();
    } catch (ServiceConfigurationError | LinkageError e) {
      release();
      throw e;
    }
  }

  synchronized void release() {
    uses--;
    URLClassLoader loader = classes;
    if (uses == 0 && loader != null) {
      classes = null;
      try {
        loader.close();
      } catch (IOException e) {
        LOG.warn("{} did not close: {}", jar, e.toString());
      }
    }
  }
}
