package org.ara.server.log;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.ara.module.log.LogLevel;

/**
 * What {@code logger.conf} says.
 *
 * @param dates how dates are written
 * @param hostName whether the machine's name is part of files' names
 * @param rotation what becomes of old files
 * @param queueLimit how many lines may wait for somebody who does not read
 * @param syslog where syslog is: a path, or {@code host[:port]}
 * @param channels where messages go, by name
 */
record LoggerSettings(
    DateFormat dates,
    boolean hostName,
    Rotation rotation,
    int queueLimit,
    String syslog,
    Map<String, ChannelSettings> channels) {

  LoggerSettings {
    Objects.requireNonNull(dates, "dates");
    Objects.requireNonNull(rotation, "rotation");
    channels = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(channels));
  }

  /** What consoles take where no line says otherwise. */
  static ChannelSettings usualConsole() {
    return new ChannelSettings(
        ChannelSettings.CONSOLE,
        LineFormat.DEFAULT,
        LevelSet.of(
            LogLevel.NOTICE, LogLevel.WARNING, LogLevel.ERROR, LogLevel.VERBOSE, LogLevel.DEBUG));
  }

  /**
   * What holds where there is no file.
   *
   * @param messages whether there is a log file all the same
   */
  static LoggerSettings none(boolean messages) {
    Map<String, ChannelSettings> channels = new LinkedHashMap<>();
    channels.put(ChannelSettings.CONSOLE, usualConsole());
    if (messages) {
      channels.put(
          "messages",
          new ChannelSettings(
              "messages",
              LineFormat.DEFAULT,
              LevelSet.of(LogLevel.NOTICE, LogLevel.WARNING, LogLevel.ERROR, LogLevel.DEBUG)));
    }
    return new LoggerSettings(
        DateFormat.usual(), false, Rotation.USUAL, 1000, SyslogTarget.USUAL, channels);
  }

  /** The same without its channels. */
  LoggerSettings general() {
    return new LoggerSettings(dates, hostName, rotation, queueLimit, syslog, Map.of());
  }
}
