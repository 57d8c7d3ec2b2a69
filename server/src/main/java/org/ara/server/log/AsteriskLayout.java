package org.ara.server.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.ara.module.VisibleText;

/**
 * {@code [Nov 23 00:33:01] WARNING[chan_sip] text}: the date, Asterisk's word for the level, the
 * last part of the logger's name, the message. One message is one line: control characters in it
 * are written as {@code \x0d}.
 */
final class AsteriskLayout extends LayoutBase<ILoggingEvent> {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("MMM dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

  private final ThrowableProxyConverter stackTrace = new ThrowableProxyConverter();

  @Override
  public void start() {
    stackTrace.start();
    super.start();
  }

  @Override
  public String doLayout(ILoggingEvent event) {
    StringBuilder line =
        new StringBuilder(160)
            .append('[')
            .append(DATE.format(event.getInstant()))
            .append("] ")
            .append(word(event.getLevel()))
            .append('[')
            .append(lastPart(event.getLoggerName()))
            .append("] ")
            .append(VisibleText.line(event.getFormattedMessage()))
            .append('\n');
    if (event.getThrowableProxy() != null) {
      line.append(stackTrace.convert(event));
    }
    return line.toString();
  }

  private static String word(Level level) {
    return switch (level.toInt()) {
      case Level.ERROR_INT -> "ERROR";
      case Level.WARN_INT -> "WARNING";
      case Level.INFO_INT -> "NOTICE";
      default -> "DEBUG";
    };
  }

  private static String lastPart(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
