package org.ara.config.syntax;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.OptionalLong;

/**
 * Takes comments out of the lines of one file, in order: {@code ;} to the end of the line, {@code
 * ;--} to {@code --;} over any number of lines, nested. {@code \;} is a literal semicolon.
 */
final class CommentStripper {

  /** How deep block comments may nest; the original never returns from deeper ones. */
  static final int MAX_DEPTH = 128;

  private final Deque<Long> openings = new ArrayDeque<>();
  private boolean tooDeep;

  /** What is left of a line, given without its line end. */
  Content strip(String line, long number) {
    tooDeep = false;
    if (openings.isEmpty() && line.indexOf(';') < 0) {
      return new Content(line, null, false);
    }
    StringBuilder text = new StringBuilder(line.length());
    int[] offsets = new int[line.length()];
    boolean delimited = false;
    int at = 0;
    while (at < line.length()) {
      if (line.startsWith(";--", at) && !isDash(line, at + 3) && !isEscaped(line, at)) {
        open(number);
        delimited = true;
        at += 3;
      } else if (!openings.isEmpty()) {
        boolean closes = line.startsWith("--;", at);
        if (closes) {
          openings.pop();
          delimited = true;
        }
        at += closes ? 3 : 1;
      } else if (line.charAt(at) != ';') {
        keep(line, at++, text, offsets);
      } else if (isEscaped(line, at)) {
        text.setLength(text.length() - 1);
        keep(line, at++, text, offsets);
      } else {
        break;
      }
    }
    return new Content(text.toString(), Arrays.copyOf(offsets, text.length()), delimited);
  }

  /** Whether the last line opened a block beyond {@link #MAX_DEPTH}; that opening was ignored. */
  boolean tooDeep() {
    return tooDeep;
  }

  /** Whether the end of the last line is inside a block comment. */
  boolean inBlock() {
    return !openings.isEmpty();
  }

  /** The line of the outermost block still open. */
  OptionalLong openedAt() {
    return openings.isEmpty() ? OptionalLong.empty() : OptionalLong.of(openings.getLast());
  }

  private void open(long number) {
    if (openings.size() < MAX_DEPTH) {
      openings.push(number);
    } else {
      tooDeep = true;
    }
  }

  private static void keep(String line, int at, StringBuilder text, int[] offsets) {
    offsets[text.length()] = at;
    text.append(line.charAt(at));
  }

  private static boolean isDash(String line, int at) {
    return at < line.length() && line.charAt(at) == '-';
  }

  private static boolean isEscaped(String line, int at) {
    return at > 0 && line.charAt(at - 1) == '\\';
  }
}
