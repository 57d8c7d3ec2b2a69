package org.ara.module.log;

import java.util.Locale;
import java.util.Optional;

/** The levels of log messages, under Asterisk's names and numbers. */
public enum LogLevel {
  DEBUG(0),
  NOTICE(2),
  WARNING(3),
  ERROR(4),
  VERBOSE(5),
  DTMF(6),
  SECURITY(7),
  FAX(8);

  private final int number;

  LogLevel(int number) {
    this.number = number;
  }

  /** The number that lists show. */
  public int number() {
    return number;
  }

  /** The level of that name, case ignored. */
  public static Optional<LogLevel> named(String name) {
    for (LogLevel level : values()) {
      if (level.name().equals(name.toUpperCase(Locale.ROOT))) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }
}
