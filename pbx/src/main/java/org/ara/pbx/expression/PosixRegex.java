package org.ara.pbx.expression;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Matches POSIX extended regular expressions, with a limit on the work spent. */
public final class PosixRegex {

  private static final int MAX_STEPS = 1_000_000;

  private PosixRegex() {}

  /**
   * Whether an expression matches anywhere in a text.
   *
   * @param regex a POSIX extended one
   * @param warnings told of one that cannot be read or takes too long, which matches nothing
   */
  public static boolean matches(String regex, String subject, Warnings warnings) {
    try {
      Pattern pattern = Pattern.compile(new PosixTranslation(regex).toJava());
      return pattern.matcher(new Metered(subject, MAX_STEPS)).find();
    } catch (PatternSyntaxException e) {
      warnings.warn("'" + regex + "' is not a regular expression: " + e.getDescription());
      return false;
    } catch (TooMuchWork | StackOverflowError e) {
      warnings.warn("regular expression '" + regex + "' takes too long to match; given up");
      return false;
    }
  }

  /**
   * The text of the first group, empty if nothing matched; without a group the number of characters
   * matched, 0 if none.
   */
  static String match(String regex, String subject, boolean anchored, Warnings warnings) {
    try {
      Pattern pattern = Pattern.compile(new PosixTranslation(regex).toJava());
      Matcher matcher = pattern.matcher(new Metered(subject, MAX_STEPS));
      boolean grouped = matcher.groupCount() > 0;
      boolean found = anchored ? matcher.lookingAt() : matcher.find();
      if (!grouped) {
        return found ? Integer.toString(matcher.end() - matcher.start()) : "0";
      }
      int start = found ? matcher.start(1) : -1;
      return start < 0 ? "" : subject.substring(start, matcher.end(1));
    } catch (PatternSyntaxException e) {
      warnings.warn("'" + regex + "' is not a regular expression: " + e.getDescription());
      return "";
    } catch (TooMuchWork | StackOverflowError e) {
      // The library's matcher backtracks and recurses as deep as the subject is long.
      warnings.warn("regular expression '" + regex + "' takes too long to match; given up");
      return "";
    }
  }

  private static final class TooMuchWork extends RuntimeException {
    TooMuchWork() {
      super("too many steps", null, false, false);
    }
  }

  /** A text that can be looked at only so many times. */
  private static final class Metered implements CharSequence {

    private final String text;
    private int left;

    Metered(String text, int steps) {
      this.text = text;
      this.left = steps;
    }

    @Override
    public char charAt(int index) {
      if (--left < 0) {
        throw new TooMuchWork();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
