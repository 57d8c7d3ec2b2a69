package org.ara.config.syntax;

/** Names and values as they are written in a line, such that reading gives them back. */
final class Written {

  private Written() {}

  /**
   * A value as it is written.
   *
   * @throws IllegalArgumentException if no line can hold it
   */
  static String value(String value) {
    String text = line(value, "value");
    return text.replace(";", "\\;");
  }

  /**
   * A variable's name as it is written.
   *
   * @throws IllegalArgumentException if no line can hold it
   */
  static String name(String name) {
    String text = line(name, "name");
    if (text.isEmpty() || text.indexOf('=', 1) >= 0) {
      throw new IllegalArgumentException("not the name of a variable: '" + name + "'");
    }
    boolean special = "[#\\=".indexOf(text.charAt(0)) >= 0;
    return (special ? "\\" : "") + text.replace(";", "\\;");
  }

  /** A line that sets a variable. */
  static String assignment(String name, String value) {
    return fitting(name(name) + " = " + value(value));
  }

  /**
   * A section's header.
   *
   * @throws IllegalArgumentException if no header can hold the name
   */
  static String header(String name) {
    if (name.indexOf(']') >= 0 || name.chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException("not the name of a section: '" + name + "'");
    }
    return fitting("[" + Bytes.encode(name).replace(";", "\\;") + "]");
  }

  /** A line that sets a variable, with another value and all else as it was. */
  static String replaceValue(Line line, String value) {
    String raw = line.raw();
    String before = raw.substring(0, line.value().start());
    String behind = raw.substring(line.value().end());
    boolean apart = value.isEmpty() || !needsBlank(before, value);
    boolean comment = behind.startsWith(";") && value.endsWith("\\");
    return fitting(before + (apart ? "" : " ") + value + (comment ? " " : "") + behind);
  }

  /** A header line with another {@code [name]} and all else as it was. */
  static String rename(Line line, String header) {
    String raw = line.raw();
    int close = raw.indexOf(']', line.span().start());
    return fitting(raw.substring(0, line.span().start()) + header + raw.substring(close + 1));
  }

  /** {@code =} and {@code >} would be one sign; {@code +=} keeps blanks as part of the value. */
  private static boolean needsBlank(String before, String value) {
    return before.endsWith("=") && value.startsWith(">");
  }

  /** What stays of a line that is taken out: nothing, or its comment if it is part of a block. */
  static String erase(Line line) {
    if (line.statement() instanceof Statement.Nothing && !line.blockDelimited()) {
      return line.endsInBlock() ? line.raw() : "";
    }
    if (!line.blockDelimited()) {
      return "";
    }
    return line.raw().substring(0, line.span().start()) + line.raw().substring(line.span().end());
  }

  /** A longer line would be skipped by a reader. */
  private static String fitting(String line) {
    if (line.length() > LineReader.MAX_LINE) {
      throw new IllegalArgumentException("a line holds at most " + LineReader.MAX_LINE + " bytes");
    }
    return line;
  }

  private static String line(String text, String what) {
    if (!text.equals(text.trim()) || text.chars().anyMatch(c -> c == '\n' || c == 0)) {
      throw new IllegalArgumentException(
          "a " + what + " has no line ends and no blanks at its ends: '" + text + "'");
    }
    return Bytes.encode(text);
  }
}
