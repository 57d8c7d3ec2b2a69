package org.ara.server.settings;

import java.util.Optional;
import org.ara.config.option.Option;
import org.ara.config.option.OptionTable;
import org.ara.config.option.OptionType;
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

  static final Option<String> DATABASE =
      directory("astdbdir", "The internal database (AstDB); by default astvarlibdir.");

  static final OptionTable DIRECTORIES =
      OptionTable.of(
          ETC,
          MODULES,
          VAR_LIB,
          DATA,
          SPOOL,
          RUN,
          LOG,
          DATABASE,
          unused("astkeydir"),
          unused("astagidir"),
          unused("astsbindir"),
          unused("astcachedir"));

  static final Option<String> CONTROL =
      Option.of("astctl", OptionTypes.text())
          .defaultsTo("asterisk.ctl")
          .documented("The control socket's file name in astrundir.");

  static final Option<String> CONTROL_MODE =
      Option.of(
              "astctlpermissions",
              OptionType.of("permissions in octal, such as 0660", AsteriskConf::mode))
          .defaultsTo("0600")
          .documented("Who may open the control socket, and so do everything.");
  static final Option<String> CONTROL_OWNER =
      Option.of("astctlowner", OptionTypes.text())
          .defaultsTo("")
          .documented("The user that the control socket is given to.");
  static final Option<String> CONTROL_GROUP =
      Option.of("astctlgroup", OptionTypes.text())
          .defaultsTo("")
          .documented("The group that the control socket is given to.");

  static final OptionTable FILES =
      OptionTable.of(CONTROL, CONTROL_MODE, CONTROL_OWNER, CONTROL_GROUP);

  static final Option<String> SYSTEM_NAME =
      Option.of("systemname", OptionTypes.text())
          .defaultsTo("")
          .documented("Prefix of unique ids and value of the regserver column.");
  static final Option<Boolean> AUTO_SYSTEM_NAME =
      Option.of("autosystemname", OptionTypes.yesNo())
          .defaultsTo(false)
          .documented("The host's name is the systemname where that is not set.");
  static final Option<Integer> MAX_CALLS =
      Option.of("maxcalls", OptionTypes.number(0, Integer.MAX_VALUE))
          .defaultsTo(0)
          .documented("The most calls at a time; above, phones are answered 503. 0 is no limit.");
  static final Option<Double> MAX_LOAD =
      Option.of("maxload", OptionType.of("a load average, such as 3.5", AsteriskConf::load))
          .defaultsTo(0.0)
          .documented(
              "While the system's load average of the last minute is that high, new calls are"
                  + " answered 503. 0 is no limit.");
  static final Option<String> DEFAULT_LANGUAGE =
      Option.of("defaultlanguage", OptionTypes.text())
          .defaultsTo("en")
          .documented("Language of channels that nobody gives another.");
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
  static final Option<Boolean> NO_COLOR =
      Option.of("nocolor", OptionTypes.yesNo())
          .defaultsTo(false)
          .documented("No colours in the console, as with -n.");
  static final Option<Boolean> NO_SHELL =
      Option.of("disable_remote_console_shell", OptionTypes.yesNo())
          .defaultsTo(false)
          .documented("No !command in the console of ./ara -r.");

  static final OptionTable OPTIONS =
      OptionTable.of(
          SYSTEM_NAME,
          AUTO_SYSTEM_NAME,
          MAX_CALLS,
          MAX_LOAD,
          DEFAULT_LANGUAGE,
          VERBOSE,
          DEBUG,
          EXEC_INCLUDES,
          NO_COLOR,
          NO_SHELL,
          Option.unsupported(
              "live_dangerously",
              "clients of the manager interface need the class system for what is dangerous"),
          Option.unsupported("maxfiles", "limit open files where the server is started"),
          Option.unsupported("minmemfree", "bound the virtual machine's memory with -Xmx"),
          Option.unsupported("entityid", "nothing here uses it"),
          Option.unsupported("languageprefix", "languages have directories of their own"),
          Option.unsupported("trace", "there are no messages of that kind"),
          Option.unsupported("quiet", "the server says little when it starts"),
          Option.unsupported("timestamp", "every message has its time"),
          Option.unsupported("hideconnect", "consoles that come and go are not logged"),
          Option.unsupported("lockconfdir", "files are exchanged as a whole when they are written"),
          Option.unsupported("transmit_silence", "a phone that hears nothing gets no packets"),
          Option.unsupported("transcode_via_sln", "audio is always transcoded that way"),
          Option.unsupported("mindtmfduration", "digits keep the length they have"),
          Option.unsupported("sendfullybooted", "the event is always sent"),
          Option.unsupported("dahdichanname", "there are no such channels"),
          Option.unsupported("internal_timing", "the server times its audio itself"),
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

  private static Optional<String> mode(String text) {
    return Optional.of(text).filter(mode -> mode.matches("0?[0-7]{3}"));
  }

  private static Optional<Double> load(String text) {
    try {
      return Optional.of(Double.parseDouble(text)).filter(load -> load >= 0 && load <= 1e6);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Option<String> unused(String name) {
    return Option.unsupported(name, "nothing is kept there");
  }
}
