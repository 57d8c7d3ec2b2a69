package org.ara.pbx.dialplan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ara.pbx.expression.Warnings;

/**
 * The option letters of an application, each with an optional value: {@code gtL(60000:30000)}
 * ({@code spec/dialplan.md} section 10). Letters nobody asks about are ignored.
 *
 * @param values each letter's value, empty where it has none; the last of equal letters counts
 */
public record OptionLetters(Map<Character, String> values) {

  public OptionLetters {
    values = Map.copyOf(values);
  }

  /** The letters of a text, or nothing, with a warning, if a value is not closed. */
  public static Optional<OptionLetters> parse(String text, Warnings warnings) {
    Map<Character, String> values = new LinkedHashMap<>();
    int at = 0;
    while (at < text.length()) {
      char letter = text.charAt(at++);
      StringBuilder value = new StringBuilder();
      if (at < text.length() && text.charAt(at) == '(') {
        at = value(text, at + 1, value);
        if (at < 0) {
          warnings.warn("option " + letter + "( is never closed; the options are ignored");
          return Optional.empty();
        }
      }
      values.put(letter, value.toString());
    }
    return Optional.of(new OptionLetters(values));
  }

  /** Reads a value up to its parenthesis; the index after it, or -1 if there is none. */
  private static int value(String text, int from, StringBuilder out) {
    int at = from;
    boolean quotes = at < text.length() && text.charAt(at) == '"';
    boolean quoted = false;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\\' && at + 1 < text.length()) {
        out.append(text.charAt(++at));
      } else if (quotes && c == '"') {
        quoted = !quoted;
      } else if (c == ')' && !quoted) {
        return at + 1;
      } else {
        out.append(c);
      }
    }
    return -1;
  }

  /** Whether the letter is there. */
  public boolean has(char letter) {
    return values.containsKey(letter);
  }

  /** The letter's value; empty text for a letter without one, absent without the letter. */
  public Optional<String> value(char letter) {
    return Optional.ofNullable(values.get(letter));
  }
}
