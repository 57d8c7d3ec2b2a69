package org.ara.realtime.library;

import java.util.ArrayList;
import java.util.List;
import org.ara.config.ConfigSource;
import org.ara.config.Problem;
import org.ara.config.file.TextConfigSource;
import org.ara.module.EmbeddedContext;

/** What the engine and its drivers are given by a {@link StandaloneRealtime}. */
final class LibraryContext extends EmbeddedContext {

  private final ConfigSource config;
  private final List<Problem> reported = new ArrayList<>();

  LibraryContext(Setup setup) {
    super(setup.directory());
    this.config = new TextConfigSource(setup.texts(), setup.directory());
  }

  @Override
  public ConfigSource config() {
    return config;
  }

  @Override
  public void report(Iterable<Problem> found) {
    synchronized (reported) {
      found.forEach(reported::add);
    }
  }

  List<Problem> problemsSoFar() {
    synchronized (reported) {
      return List.copyOf(reported);
    }
  }
}
