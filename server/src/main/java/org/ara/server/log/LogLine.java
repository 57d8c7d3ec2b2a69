package org.ara.server.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.time.Instant;
import org.ara.module.VisibleText;
import org.ara.module.log.LiveLine;
import org.ara.module.log.LogLevel;
import org.ara.module.log.VerboseLog;
import org.jspecify.annotations.Nullable;

/**
 * One message on its way to the channels that take it, each of which may want it written in another
 * format; every format is made at most once.
 */
final class LogLine {

  private final LogLevel level;
  private final int number;
  private final Instant moment;
  private final String source;
  private final String message;
  private final String trace;
  private final @Nullable String[] texts = new @Nullable String[LineFormat.values().length];

  private LogLine(
      LogLevel level, int number, Instant moment, String source, String message, String trace) {
    this.level = level;
    this.number = number;
    this.moment = moment;
    this.source = source;
    this.message = message;
    this.trace = trace;
  }

  /** A message as it was logged. */
  static LogLine of(ILoggingEvent event, ThrowableProxyConverter stackTraces) {
    String logger = event.getLoggerName();
    LogLevel level = level(logger, event.getLevel());
    return new LogLine(
        level,
        level == LogLevel.VERBOSE ? number(logger) : 0,
        event.getInstant(),
        logger.substring(logger.lastIndexOf('.') + 1),
        VisibleText.line(event.getFormattedMessage()),
        event.getThrowableProxy() == null ? "" : stackTraces.convert(event).stripTrailing());
  }

  /** A message of the log itself. */
  static LogLine own(LogLevel level, String message) {
    return new LogLine(level, 0, Instant.now(), "logger", VisibleText.line(message), "");
  }

  /** Whose messages of special levels these are, by the first part of the logger's name. */
  private static LogLevel level(String logger, Level level) {
    int dot = logger.indexOf('.');
    switch (dot < 0 ? logger : logger.substring(0, dot)) {
      case VerboseLog.ROOT -> {
        return LogLevel.VERBOSE;
      }
      case "security" -> {
        return LogLevel.SECURITY;
      }
      case "dtmf" -> {
        return LogLevel.DTMF;
      }
      case "fax" -> {
        return LogLevel.FAX;
      }
      default -> {
        return switch (level.toInt()) {
          case Level.ERROR_INT -> LogLevel.ERROR;
          case Level.WARN_INT -> LogLevel.WARNING;
          case Level.INFO_INT -> LogLevel.NOTICE;
          default -> LogLevel.DEBUG;
        };
      }
    }
  }

  /** The number in {@code verbose.3.StepRunner}. */
  private static int number(String logger) {
    int start = VerboseLog.ROOT.length() + 1;
    int number = 0;
    for (int i = start; i < logger.length() && Character.isDigit(logger.charAt(i)); i++) {
      number = Math.min(VerboseLog.MOST, number * 10 + Character.digit(logger.charAt(i), 10));
    }
    return number;
  }

  LogLevel level() {
    return level;
  }

  /** Of a {@code VERBOSE} message, else 0. */
  int number() {
    return number;
  }

  Instant moment() {
    return moment;
  }

  /** The last part of the logger's name. */
  String source() {
    return source;
  }

  /** One line. */
  String message() {
    return message;
  }

  /** What was thrown, in several lines; may be empty. */
  String trace() {
    return trace;
  }

  /** The whole message in a format, without the last line feed. */
  String text(LineFormat format, DateFormat dates) {
    String known = texts[format.ordinal()];
    if (known == null) {
      known = format.write(this, dates);
      texts[format.ordinal()] = known;
    }
    return known;
  }

  /** What a console shows: of {@code VERBOSE} messages only what they say. */
  LiveLine live(LineFormat format, DateFormat dates) {
    String text =
        level == LogLevel.VERBOSE && format == LineFormat.DEFAULT
            ? LineFormat.verbose(this)
            : text(format, dates);
    return new LiveLine(level, number, text);
  }
}
