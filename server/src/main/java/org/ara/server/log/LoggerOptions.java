package org.ara.server.log;

import org.ara.config.option.Option;
import org.ara.config.option.OptionTable;
import org.ara.config.option.OptionType;
import org.ara.config.option.OptionTypes;

/** The options of {@code [general]} in {@code logger.conf}. */
final class LoggerOptions {

  static final Option<DateFormat> DATE =
      Option.of(
              "dateformat",
              OptionType.of("a format of strftime, such as %F %T.%3q", DateFormat::of)
                  .rendered(DateFormat::pattern))
          .defaultsTo(DateFormat.usual())
          .documented(
              "How dates are written: the conversions of `strftime`, and `%q` for milliseconds,"
                  + " `%1q` to `%9q` for that many digits.");
  static final Option<Boolean> HOST_NAME =
      Option.of("appendhostname", OptionTypes.yesNo())
          .defaultsTo(false)
          .documented("Whether the machine's name is appended to the names of log files.");
  static final Option<RotateStrategy> STRATEGY =
      Option.of("rotatestrategy", OptionTypes.constant(RotateStrategy.class))
          .defaultsTo(RotateStrategy.SEQUENTIAL)
          .since("1.6")
          .documented(
              "How old files are named: `sequential` gives the newest the highest number, `rotate`"
                  + " gives it 0, `timestamp` says when it was put away; `none` leaves renaming"
                  + " to another program.");
  static final Option<Integer> QUEUE_LIMIT =
      Option.of("logger_queue_limit", OptionTypes.number(1, 1_000_000))
          .defaultsTo(1000)
          .since("13")
          .documented(
              "How many lines may wait for a console that does not read, or for syslog; those"
                  + " beyond are counted and left out. Files are written at once.");
  static final Option<Long> SIZE =
      Option.of(
              "rotatesize",
              OptionType.of("a number of bytes, or with K, M or G (0 for never)", ByteCount::parse)
                  .rendered(ByteCount::render))
          .defaultsTo(1_000_000_000L)
          .since("Ara")
          .documented("The size at which a file is rotated by itself; 0 for never.");
  static final Option<Integer> KEEP =
      Option.of("rotatekeep", OptionTypes.number(0, 100_000))
          .defaultsTo(0)
          .since("Ara")
          .documented("How many old files are kept of each; 0 for all.");

  static final Option<String> SYSLOG =
      Option.of("syslogaddress", OptionTypes.text())
          .defaultsTo(SyslogTarget.USUAL)
          .since("Ara")
          .documented(
              "Where syslog is: the path of its datagram socket, or `host` or `host:port` for"
                  + " UDP, port 514.");

  /** All of them. */
  static final OptionTable TABLE =
      OptionTable.of(
          DATE,
          HOST_NAME,
          STRATEGY,
          SIZE,
          KEEP,
          QUEUE_LIMIT,
          SYSLOG,
          later("queue_log"),
          later("queue_log_to_file"),
          later("queue_log_name"),
          later("queue_log_realtime_use_gmt"),
          Option.unsupported(
              "exec_after_rotate",
              "the server starts no programs; have logrotate do it, with rotatestrategy = none"),
          Option.unsupported("use_callids", "lines name the channel they are about"));

  private LoggerOptions() {}

  private static Option<String> later(String name) {
    return Option.of(name, OptionTypes.text())
        .documented("Accepted; it is about queues, which do not exist yet.");
  }
}
