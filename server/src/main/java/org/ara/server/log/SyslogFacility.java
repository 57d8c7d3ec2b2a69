package org.ara.server.log;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.ara.module.log.LogLevel;

/** The facilities and severities of syslog messages, by their numbers in RFC 5424 section 6.2.1. */
final class SyslogFacility {

  private static final List<String> NAMES =
      List.of(
          "kern",
          "user",
          "mail",
          "daemon",
          "auth",
          "syslog",
          "lpr",
          "news",
          "uucp",
          "cron",
          "authpriv",
          "ftp",
          "ntp",
          "audit",
          "alert",
          "clock",
          "local0",
          "local1",
          "local2",
          "local3",
          "local4",
          "local5",
          "local6",
          "local7");

  private SyslogFacility() {}

  /** The number of a facility, case ignored. */
  static OptionalInt named(String name) {
    int number = NAMES.indexOf(name.toLowerCase(Locale.ROOT));
    return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /** How severe messages of a level are. */
  static int severity(LogLevel level) {
    return switch (level) {
      case ERROR -> 3;
      case WARNING -> 4;
      case NOTICE -> 5;
      case VERBOSE, SECURITY, DTMF, FAX -> 6;
      case DEBUG -> 7;
    };
  }
}
