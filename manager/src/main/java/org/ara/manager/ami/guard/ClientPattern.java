package org.ara.manager.ami.guard;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression that a client wrote: some take longer than anybody lives, so it is given up
 * on a text after {@value #MOST_STEPS} looks at its characters, and then finds nothing there.
 */
public final class ClientPattern {

  static final int MOST_STEPS = 1_000_000;

  private final Pattern pattern;

  private ClientPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * Reads an expression.
   *
   * @throws IllegalArgumentException if it is none; the message says why
   */
  public static ClientPattern of(String expression) {
    try {
      return new ClientPattern(Pattern.compile(expression));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "'" + expression + "' is not a regular expression: " + e.getDescription(), e);
    } catch (StackOverflowError e) {
      throw new IllegalArgumentException("the regular expression is nested too deeply", e);
    }
  }

  /** Whether it matches somewhere in a text. */
  public boolean find(String text) {
    try {
      return pattern.matcher(new Counted(text, new int[1])).find();
    } catch (TooManySteps | StackOverflowError e) {
      return false;
    }
  }

  private static final class TooManySteps extends RuntimeException {
    TooManySteps() {
      super(null, null, false, false);
    }
  }

  /** A text that counts how often it is looked at. */
  private record Counted(CharSequence text, int[] steps) implements CharSequence {

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (steps[0]++ >= MOST_STEPS) {
        throw new TooManySteps();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Counted(text.subSequence(start, end), steps);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
