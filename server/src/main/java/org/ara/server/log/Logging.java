package org.ara.server.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.function.Consumer;
import org.ara.module.log.LogLevel;
import org.slf4j.LoggerFactory;

/**
 * The log of a process, for what a server does not take ({@link LogHub}). Set up in code, since a
 * start should not wait for a configuration file to be parsed.
 */
public final class Logging {

  private static final DateFormat DATES = DateFormat.usual();

  private final LoggerContext context;
  private final ThrowableProxyConverter stackTraces = new ThrowableProxyConverter();

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
    logging.stackTraces.start();
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
   * Writes lines to a terminal; of calls none, which are watched on a console.
   *
   * @param lines takes one message at a time, without its last line feed
   */
  public Handle terminal(Consumer<String> lines) {
    AppenderBase<ILoggingEvent> appender =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            LogLine line = LogLine.of(event, stackTraces);
            if (line.level() != LogLevel.VERBOSE) {
              lines.accept(line.text(LineFormat.DEFAULT, DATES));
            }
          }
        };
    return add(appender, "terminal");
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
