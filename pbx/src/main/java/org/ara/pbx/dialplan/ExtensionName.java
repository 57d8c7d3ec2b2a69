package org.ara.pbx.dialplan;

import org.ara.pbx.dialplan.pattern.Pattern;
import org.ara.pbx.expression.Warnings;
import org.jspecify.annotations.Nullable;

/**
 * What an {@code exten} line calls its extension: {@code name[/callerid]}.
 *
 * @param name the number, name or pattern
 * @param callerId the condition on the caller; null if there is none
 */
public record ExtensionName(Pattern name, @Nullable Pattern callerId) {

  /** The longest name and the longest condition, in characters. */
  public static final int MAX_LENGTH = 79;

  /**
   * Reads a name with its condition, if it has one.
   *
   * @param warnings told of sets that cannot match
   */
  public static ExtensionName parse(String text, Warnings warnings) {
    int slash = outsideSets(text, "/", 0);
    String name = slash < 0 ? text : text.substring(0, slash);
    Pattern pattern = Pattern.parse(name.startsWith("_") ? without(name, " ") : name, warnings);
    return new ExtensionName(
        pattern, slash < 0 ? null : callerId(text.substring(slash + 1), warnings));
  }

  /**
   * Reads a condition on the caller's number, without what people write into telephone numbers; a
   * dot at the end is a wildcard.
   */
  public static Pattern callerId(String text, Warnings warnings) {
    boolean wildcard = text.startsWith("_") && text.endsWith(".");
    String inner = wildcard ? text.substring(0, text.length() - 1) : text;
    return Pattern.parse(without(inner, " ()-.") + (wildcard ? "." : ""), warnings);
  }

  private static String without(String text, String unwanted) {
    StringBuilder out = new StringBuilder(text);
    int at = outsideSets(out, unwanted, 0);
    while (at >= 0) {
      out.deleteCharAt(at);
      at = outsideSets(out, unwanted, 0);
    }
    return out.toString();
  }

  /** The first of some characters outside {@code [...]}, or -1. */
  private static int outsideSets(CharSequence text, String wanted, int from) {
    boolean inSet = false;
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      if (!inSet && wanted.indexOf(c) >= 0) {
        return at;
      }
      inSet = c == '[' || (inSet && c != ']');
    }
    return -1;
  }

  /** {@code name} or {@code name/callerid}. */
  @Override
  public String toString() {
    return callerId == null ? name.text() : name.text() + "/" + callerId.text();
  }
}
