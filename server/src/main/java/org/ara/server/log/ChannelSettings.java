package org.ara.server.log;

import java.util.Objects;

/**
 * A line of {@code [logfiles]}.
 *
 * @param name {@code console}, {@code syslog.FACILITY} or a file's name
 * @param format how its messages are written
 * @param levels which messages it takes
 */
record ChannelSettings(String name, LineFormat format, LevelSet levels) {

  static final String CONSOLE = "console";
  static final String SYSLOG = "syslog.";

  ChannelSettings {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(levels, "levels");
  }

  boolean isConsole() {
    return name.equals(CONSOLE);
  }

  boolean isSyslog() {
    return name.startsWith(SYSLOG);
  }
}
