package org.ara.server.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The prompt of a console, perhaps as {@code ASTERISK_PROMPT} wants it: {@code %h} is the host,
 * {@code %H} the host up to its first dot, {@code %s} the system name, {@code %u} the user, {@code
 * %d} the date, {@code %t} the time, {@code %l1 %l2 %l3} the load averages, {@code %#} what kind of
 * console it is, {@code %Cf;b} a colour in the front and one behind, {@code %%} a per cent sign.
 * What else follows a per cent sign is left out.
 *
 * @param template the prompt as it is written
 * @param host the server's
 * @param systemName the server's; may be empty
 * @param remote whether the server is another process
 * @param colours whether there are any
 * @param clock tells date and time
 */
record Prompt(
    String template, String host, String systemName, boolean remote, boolean colours, Clock clock) {

  private static final Pattern ESCAPE =
      Pattern.compile("%(?:C([0-9]+)(?:;([0-9]+))?|l([123])|(.?))", Pattern.DOTALL);
  private static final Path LOAD = Path.of("/proc/loadavg");

  /** What holds without {@code ASTERISK_PROMPT}. */
  static String usual(boolean remote) {
    return remote ? "%h*CLI> " : "*CLI> ";
  }

  /** The prompt as it is now. */
  String text() {
    Matcher escape = ESCAPE.matcher(template);
    StringBuilder text = new StringBuilder();
    while (escape.find()) {
      escape.appendReplacement(text, Matcher.quoteReplacement(meaning(escape)));
    }
    escape.appendTail(text);
    return colours && template.contains("%C") ? text + "\033[0m" : text.toString();
  }

  private String meaning(Matcher escape) {
    if (escape.group(1) != null) {
      String behind = escape.group(2) == null ? "" : ";" + escape.group(2);
      return colours ? "\033[" + escape.group(1) + behind + "m" : "";
    }
    if (escape.group(3) != null) {
      return load(Integer.parseInt(escape.group(3)));
    }
    return switch (escape.group(4)) {
      case "h" -> host;
      case "H" -> host.split("\\.", 2)[0];
      case "s" -> systemName;
      case "u" -> System.getProperty("user.name");
      case "d" -> now("uuuu-MM-dd");
      case "t" -> now("HH:mm:ss");
      case "#" -> remote ? ">" : "#";
      case "%" -> "%";
      default -> "";
    };
  }

  private String now(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).format(LocalDateTime.now(clock));
  }

  private static String load(int which) {
    try {
      return Files.readString(LOAD).split(" ")[which - 1];
    } catch (IOException e) {
      return "?"; // not on every system
    }
  }
}
