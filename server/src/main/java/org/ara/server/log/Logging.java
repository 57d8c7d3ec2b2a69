package org.ara.server.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/**
 * The log of a process. Set up in code, since a start should not wait for a configuration file to
 * be parsed.
 */
public final class Logging {

  /** The size at which the file is rolled over, and how many old ones are kept. */
  private static final FileSize ROLL_AT = FileSize.valueOf("10MB");

  private static final int OLD_FILES = 5;

  private final LoggerContext context;
  private final AsteriskLayout layout = new AsteriskLayout();

  private Logging(LoggerContext context) {
    this.context = context;
  }

  /**
   * Takes over the process's log: until something is added, nothing is logged.
   *
   * @param debug whether debug messages of Ara's own classes are logged
   */
  public static Logging takeOver(boolean debug) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    setLevels(context, debug);
    Logging logging = new Logging(context);
    logging.layout.setContext(context);
    logging.layout.start();
    return logging;
  }

  static void setLevels(LoggerContext context, boolean debug) {
    context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
    // It logs what the server says of a refused value, and with it the value, which may be a
    // secret.
    context.getLogger("org.mariadb.jdbc.message.server.ErrorPacket").setLevel(Level.OFF);
    Level own = debug ? Level.DEBUG : Level.INFO;
    context.getLogger("org.ara").setLevel(own);
    context.getLogger("config").setLevel(own);
  }

  /**
   * Writes lines to a terminal as well.
   *
   * @param lines takes one message at a time, without its last line feed
   */
  public Handle terminal(Consumer<String> lines) {
    AppenderBase<ILoggingEvent> appender =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            lines.accept(layout.doLayout(event).stripTrailing());
          }
        };
    return add(appender, "terminal");
  }

  /** Writes to {@code messages} in this directory, of which the last 60 MB are kept. */
  public Handle file(Path directory) {
    String file = directory.resolve("messages").toString();
    RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
    appender.setContext(context);
    appender.setFile(file);
    LineEncoder encoder = new LineEncoder(layout);
    encoder.setContext(context);
    encoder.start();
    appender.setEncoder(encoder);
    FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
    rolling.setContext(context);
    rolling.setParent(appender);
    rolling.setFileNamePattern(file + ".%i");
    rolling.setMinIndex(0);
    rolling.setMaxIndex(OLD_FILES - 1);
    rolling.start();
    appender.setRollingPolicy(rolling);
    SizeBasedTriggeringPolicy<ILoggingEvent> trigger = new SizeBasedTriggeringPolicy<>();
    trigger.setContext(context);
    trigger.setMaxFileSize(ROLL_AT);
    trigger.start();
    appender.setTriggeringPolicy(trigger);
    return add(appender, "file");
  }

  /** Writes out what is buffered and closes every file. */
  public void close() {
    context.stop();
  }

  /** Ends one of the places that messages go to. */
  @FunctionalInterface
  public interface Handle {
    void remove();
  }

  private Handle add(Appender<ILoggingEvent> appender, String name) {
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    appender.setContext(context);
    appender.setName(name);
    appender.start();
    root.addAppender(appender);
    return () -> root.detachAppender(appender);
  }
}
