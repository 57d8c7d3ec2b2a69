package org.ara.server.manager;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What is logged by the program at INFO and above while this is open. */
final class HeardLog implements AutoCloseable {

  private final Logger logger = (Logger) LoggerFactory.getLogger("org.ara");
  private final @Nullable Level before = logger.getLevel();
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final AppenderBase<ILoggingEvent> ear =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          lines.add(event.getLevel() + " " + event.getFormattedMessage());
        }
      };

  HeardLog() {
    logger.setLevel(Level.INFO);
    ear.start();
    logger.addAppender(ear);
  }

  /** {@code WARN message}, in order. */
  List<String> lines() {
    return lines;
  }

  @Override
  public void close() {
    logger.detachAppender(ear);
    logger.setLevel(before);
  }
}
