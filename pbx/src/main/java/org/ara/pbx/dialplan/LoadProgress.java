package org.ara.pbx.dialplan;

import java.util.concurrent.TimeUnit;
import org.ara.config.Category;
import org.ara.config.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells each second how much of a large dialplan is built. */
final class LoadProgress {

  private static final Logger LOG = LoggerFactory.getLogger(LoadProgress.class);
  private static final long TELL_EVERY = TimeUnit.SECONDS.toNanos(1);

  private final String file;
  private final long total;
  private long lines;
  private long told = System.nanoTime();

  LoadProgress(Configuration configuration) {
    this.file = configuration.name();
    this.total = configuration.categories().stream().mapToLong(c -> c.variables().size()).sum();
  }

  /** The lines of this section are next. */
  void section(Category section) {
    long now = System.nanoTime();
    if (now - told >= TELL_EVERY) {
      told = now;
      LOG.info("{}: {} of {} lines built", file, lines, total);
    }
    lines += section.variables().size();
  }
}
