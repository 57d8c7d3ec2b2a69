package org.ara.pbx.dialplan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The priority field of a line: {@code 1}, {@code n}, {@code n+10(label)}, {@code hint}.
 *
 * @param word the number, word or label it starts with
 * @param offset what is added to it
 * @param label the label it gives to the step; empty if none
 */
public record PriorityText(String word, int offset, String label) {

  private static final Pattern FORM =
      Pattern.compile("\\s*([^+(]+?)\\s*(?:\\+\\s*([0-9]{1,6}))?\\s*(?:\\(([^)]*)\\))?\\s*");

  private static final int MAX_DIGITS = 9;

  /** Reads a field; empty if it has no such form. */
  public static Optional<PriorityText> parse(String text) {
    if (isDigits(text)) {
      return Optional.of(new PriorityText(text, 0, ""));
    }
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    String offset = form.group(2);
    String label = form.group(3);
    return Optional.of(
        new PriorityText(
            form.group(1),
            offset == null ? 0 : Integer.parseInt(offset),
            label == null ? "" : label.strip()));
  }

  /** Whether it is {@code n} or {@code next}. */
  public boolean isNext() {
    return is("n", "next");
  }

  /** Whether it is {@code s} or {@code same}. */
  public boolean isSame() {
    return is("s", "same");
  }

  /** Whether it is {@code hint}. */
  public boolean isHint() {
    return is("hint", "hint");
  }

  private boolean is(String shortWord, String longWord) {
    return word.equalsIgnoreCase(shortWord) || word.equalsIgnoreCase(longWord);
  }

  /** The number it starts with, empty if it is a word or out of range. */
  public Optional<Integer> number() {
    return isDigits(word) ? Optional.of(Integer.parseInt(word)) : Optional.empty();
  }

  /** Whether it is a number of one to nine digits. */
  private static boolean isDigits(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return length > 0 && length <= MAX_DIGITS;
  }
}
