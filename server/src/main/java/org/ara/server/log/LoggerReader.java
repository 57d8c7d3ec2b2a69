package org.ara.server.log;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.ara.config.Category;
import org.ara.config.Configuration;
import org.ara.config.Origin;
import org.ara.config.Problem;
import org.ara.config.Variable;
import org.ara.config.option.OptionValues;

/** Reads {@link LoggerSettings} from {@code logger.conf}. */
final class LoggerReader {

  static final String FILE = "logger.conf";

  private static final String CHANNELS = "logfiles";

  private final Path directory;
  private final List<Problem> problems;

  private LoggerReader(Path directory, List<Problem> problems) {
    this.directory = directory;
    this.problems = problems;
  }

  /**
   * The settings of a configuration.
   *
   * @param directory where log files are
   * @param problems takes in what is odd
   */
  static LoggerSettings read(Configuration configuration, Path directory, List<Problem> problems) {
    OptionValues v =
        configuration
            .category("general")
            .map(LoggerOptions.TABLE::read)
            .orElseGet(OptionValues::none);
    problems.addAll(v.problems());
    return new LoggerSettings(
        v.get(LoggerOptions.DATE),
        v.get(LoggerOptions.HOST_NAME),
        new Rotation(
            v.get(LoggerOptions.STRATEGY), v.get(LoggerOptions.SIZE), v.get(LoggerOptions.KEEP)),
        v.get(LoggerOptions.QUEUE_LIMIT),
        v.get(LoggerOptions.SYSLOG),
        new LoggerReader(directory, problems).channels(configuration));
  }

  /**
   * A channel that a command adds.
   *
   * @throws IllegalArgumentException if it cannot be one; the message says why
   */
  static ChannelSettings channel(Path directory, String name, String levels) {
    Optional<String> trouble = trouble(directory, name);
    if (trouble.isPresent() || name.equalsIgnoreCase(ChannelSettings.CONSOLE)) {
      throw new IllegalArgumentException(trouble.orElse("every console is one already"));
    }
    ChannelSettings channel =
        settings(
            directory,
            name,
            levels,
            word -> {
              throw new IllegalArgumentException(
                  "'" + word + "' is no level, see logger show levels");
            });
    if (channel.levels().levels().isEmpty()) {
      throw new IllegalArgumentException("no level is named");
    }
    return channel;
  }

  private Map<String, ChannelSettings> channels(Configuration configuration) {
    Map<String, ChannelSettings> channels = new LinkedHashMap<>();
    for (Category section : configuration.visible()) {
      String name = section.name().toLowerCase(Locale.ROOT);
      if (name.equals(CHANNELS)) {
        section.variables().forEach(line -> channel(line, channels));
      } else if (!name.equals("general")) {
        warn(
            section.origin(),
            "["
                + section.name()
                + "]: unknown section, ignored; there are"
                + " [general] and [logfiles]");
      }
    }
    return channels;
  }

  private void channel(Variable line, Map<String, ChannelSettings> channels) {
    String name = line.name().strip();
    Optional<String> trouble = trouble(directory, name);
    if (trouble.isPresent()) {
      warn(line.origin(), "[logfiles] " + name + ": " + trouble.get() + "; left out");
      return;
    }
    ChannelSettings channel =
        settings(
            directory,
            name,
            line.value(),
            word ->
                warn(
                    line.origin(),
                    "[logfiles] "
                        + name
                        + ": '"
                        + word
                        + "' is no level; there are debug, notice, warning, error, verbose,"
                        + " verbose(N), dtmf, security, fax and *"));
    if (channel.levels().levels().isEmpty()) {
      warn(line.origin(), "[logfiles] " + name + ": no level is named; left out");
    } else if (channels.put(channel.name(), channel) != null) {
      warn(line.origin(), "[logfiles] " + name + ": named twice; this line counts");
    }
  }

  private static ChannelSettings settings(
      Path directory, String written, String value, Consumer<String> odd) {
    String name =
        written.equalsIgnoreCase(ChannelSettings.CONSOLE) || isSyslog(written)
            ? written.toLowerCase(Locale.ROOT)
            : directory.relativize(directory.resolve(written).normalize()).toString();
    String levels = value.strip();
    LineFormat format = LineFormat.DEFAULT;
    if (levels.startsWith("[") && levels.contains("]")) {
      String named = levels.substring(1, levels.indexOf(']')).strip();
      levels = levels.substring(levels.indexOf(']') + 1);
      Optional<LineFormat> known = LineFormat.named(named);
      if (known.isEmpty()) {
        odd.accept("[" + named + "]");
      }
      format = known.orElse(LineFormat.DEFAULT);
    }
    return new ChannelSettings(name, format, LevelSet.parse(levels, odd));
  }

  /** What keeps something from being a channel's name. */
  private static Optional<String> trouble(Path directory, String name) {
    if (isSyslog(name)) {
      return SyslogFacility.named(name.substring(ChannelSettings.SYSLOG.length())).isPresent()
          ? Optional.empty()
          : Optional.of("there is no such facility of syslog");
    }
    if (name.isBlank() || name.indexOf('\0') >= 0 || name.endsWith("/")) {
      return Optional.of("it is not a file's name");
    }
    Path file = directory.resolve(name).normalize();
    return file.startsWith(directory) && !file.equals(directory)
        ? Optional.empty()
        : Optional.of("log files are in astlogdir, " + directory);
  }

  private static boolean isSyslog(String name) {
    return name.toLowerCase(Locale.ROOT).startsWith(ChannelSettings.SYSLOG);
  }

  private void warn(Origin origin, String text) {
    problems.add(Problem.warning(origin, text));
  }
}
