package org.ara.server.tool.importing;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ara.realtime.Field;
import org.ara.realtime.console.SecretColumns;

/**
 * Says which lines of a file go and which come: {@code -} and {@code +} before the line, whose
 * secrets are hidden. Lines that only stand elsewhere, comments and empty ones are not shown.
 */
final class FileDiff {

  private static final Pattern VARIABLE = Pattern.compile("\\s*([^=\\s]+)\\s*=(>?)\\s*(.*)");
  private static final Pattern MAILBOX_PASSWORD = Pattern.compile("^[^,]*,");

  private final PrintStream out;

  FileDiff(PrintStream out) {
    this.out = out;
  }

  /**
   * Prints.
   *
   * @param old need not exist
   */
  void print(Path old, Path fresh) throws IOException {
    String file = String.valueOf(old.getFileName());
    Map<String, Integer> balance = new HashMap<>();
    if (Files.exists(old)) {
      try (Stream<String> lines = lines(old)) {
        lines.forEach(line -> balance.merge(line, 1, Integer::sum));
      }
    }
    try (Stream<String> lines = lines(fresh)) {
      lines.forEach(line -> balance.merge(line, -1, Integer::sum));
    }
    balance.values().removeIf(count -> count == 0);
    if (Files.exists(old)) {
      try (Stream<String> lines = lines(old)) {
        lines.forEach(line -> shown(file, line, balance, 1));
      }
    }
    try (Stream<String> lines = lines(fresh)) {
      lines.forEach(line -> shown(file, line, balance, -1));
    }
  }

  private void shown(String file, String line, Map<String, Integer> balance, int sign) {
    Integer left = balance.get(line);
    if (left != null && left * sign > 0) {
      balance.put(line, left - sign);
      out.println((sign > 0 ? "- " : "+ ") + hidden(file, plain(line)));
    }
  }

  /** Lines with their section before them, as equal ones of two sections differ. */
  private static Stream<String> lines(Path file) throws IOException {
    String[] section = {""};
    return Files.lines(file, StandardCharsets.ISO_8859_1)
        .filter(line -> !line.isBlank() && !line.startsWith(";"))
        .map(
            line -> {
              if (line.startsWith("[")) {
                section[0] = line;
                return line + "\n" + line;
              }
              return section[0] + "\n" + line;
            });
  }

  private static String plain(String line) {
    int end = line.indexOf('\n');
    String section = line.substring(0, end);
    String text = line.substring(end + 1);
    String both = section.equals(text) || section.isEmpty() ? text : section + " " + text;
    return new String(both.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static String hidden(String file, String line) {
    int begin = line.startsWith("[") ? line.indexOf(']') + 1 : 0;
    Matcher variable = VARIABLE.matcher(line.substring(begin));
    if (!variable.matches()) {
      return line;
    }
    String value = variable.group(3);
    String shown =
        file.equals("voicemail.conf") && !variable.group(2).isEmpty()
            ? MAILBOX_PASSWORD.matcher(value + ",").replaceFirst("<hidden>,")
            : SecretColumns.shown(new Field(variable.group(1), value));
    return line.substring(0, begin) + line.substring(begin, begin + variable.start(3)) + shown;
  }
}
