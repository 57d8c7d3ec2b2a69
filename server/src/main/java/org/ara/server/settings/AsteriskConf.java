package org.ara.server.settings;

import org.ara.config.option.Option;
import org.ara.config.option.OptionTable;
import org.ara.config.option.OptionTypes;

/** The options of {@code asterisk.conf}, section by section ({@code spec/ami-cli.md} 12). */
final class AsteriskConf {

  static final Option<String> ETC =
      directory("astetcdir", "Configuration files; by default where asterisk.conf itself is.");
  static final Option<String> MODULES =
      directory("astmoddir", "Jars of further modules; by default modules below astvarlibdir.");
  static final Option<String> VAR_LIB =
      directory("astvarlibdir", "What is kept between runs; by default lib beside etc.");
  static final Option<String> DATA =
      directory("astdatadir", "Sounds and other data; by default astvarlibdir.");
  static final Option<String> SPOOL =
      directory("astspooldir", "Messages and recordings; by default spool beside etc.");
  static final Option<String> RUN =
      directory("astrundir", "Control socket and pid file; by default run beside etc.");
  static final Option<String> LOG = directory("astlogdir", "Log files; by default log beside etc.");

  static final OptionTable DIRECTORIES =
      OptionTable.of(
          ETC,
          MODULES,
          VAR_LIB,
          DATA,
          SPOOL,
          RUN,
          LOG,
          unused("astdbdir"),
          unused("astkeydir"),
          unused("astagidir"),
          unused("astsbindir"),
          unused("astcachedir"));

  static final Option<String> CONTROL =
      Option.of("astctl", OptionTypes.text())
          .defaultsTo("asterisk.ctl")
          .documented("The control socket's file name in astrundir.");

  static final OptionTable FILES =
      OptionTable.of(
          CONTROL,
          Option.unsupported("astctlpermissions", "the socket is always 0600"),
          Option.unsupported("astctlowner", "the socket belongs to whom the server runs as"),
          Option.unsupported("astctlgroup", "the socket belongs to whom the server runs as"));

  static final Option<String> SYSTEM_NAME =
      Option.of("systemname", OptionTypes.text())
          .defaultsTo("")
          .documented("Prefix of unique ids and value of the regserver column.");
  static final Option<Integer> VERBOSE =
      Option.of("verbose", OptionTypes.number(0, 10))
          .defaultsTo(0)
          .documented("How much of the dialplan's progress is logged.");
  static final Option<Integer> DEBUG =
      Option.of("debug", OptionTypes.number(0, 10))
          .defaultsTo(0)
          .documented("Above 0, debug messages are logged.");
  static final Option<Boolean> EXEC_INCLUDES =
      Option.of("execincludes", OptionTypes.yesNo())
          .defaultsTo(false)
          .documented("Allow #exec in configuration files.");

  static final OptionTable OPTIONS =
      OptionTable.of(
          SYSTEM_NAME,
          VERBOSE,
          DEBUG,
          EXEC_INCLUDES,
          Option.unsupported("runuser", "start the server as that user"),
          Option.unsupported("rungroup", "start the server as that group"),
          Option.unsupported("nofork", "start with -f"),
          Option.unsupported("alwaysfork", "it is the default"),
          Option.unsupported("console", "start with -c"),
          Option.unsupported("highpriority", "use the service manager's means"),
          Option.unsupported("dumpcore", "there are no core files"),
          Option.unsupported("documentation_language", "there is one language"));

  private AsteriskConf() {}

  private static Option<String> directory(String name, String documentation) {
    return Option.of(name, OptionTypes.text()).documented(documentation);
  }

  private static Option<String> unused(String name) {
    return Option.unsupported(name, "nothing is kept there");
  }
}
