package org.ara.pbx.dialplan.pattern;

import java.util.List;
import java.util.Objects;
import org.ara.pbx.dialplan.MatchMode;
import org.ara.pbx.expression.Warnings;

/**
 * An extension name: a literal, or, starting with an underscore, a pattern ({@code
 * spec/dialplan.md} section 1).
 *
 * <p>Equal names are the same extension: {@code _NXX} and {@code _[2-9]XX}, {@code 2-00} and {@code
 * 200}. The order is the one in which extensions are tried.
 */
public final class Pattern implements Comparable<Pattern> {

  private final String text;
  private final boolean literal;
  private final String digits;
  private final List<Element> elements;

  private Pattern(String text, boolean literal, String digits, List<Element> elements) {
    this.text = text;
    this.literal = literal;
    this.digits = digits;
    this.elements = List.copyOf(elements);
  }

  /**
   * Reads a name.
   *
   * @param text as written, any text at all
   * @param warnings told of a set that is not closed and of empty ranges
   */
  public static Pattern parse(String text, Warnings warnings) {
    if (!text.startsWith("_")) {
      return new Pattern(text, true, withoutDashes(text), List.of());
    }
    return new Pattern(text, false, "", new PatternParser(text, 1, warnings).parse());
  }

  /** The name as written. */
  public String text() {
    return text;
  }

  /** Whether it stands for itself only. */
  public boolean isLiteral() {
    return literal;
  }

  /** What a literal is compared by: itself without dashes. */
  String digits() {
    return digits;
  }

  List<Element> elements() {
    return elements;
  }

  /** How a number stands to this name. */
  public Match match(String number, MatchMode mode) {
    String dialled = withoutDashes(number);
    if (literal) {
      return matchLiteral(dialled, mode) ? Match.YES : Match.NO;
    }
    if (mode == MatchMode.MATCH && isSpelled(number)) {
      return Match.YES;
    }
    for (int at = 0; at < elements.size(); at++) {
      boolean over = at >= dialled.length();
      switch (elements.get(at)) {
        case Element.AtLeastOne any -> {
          return !over || mode != MatchMode.MATCH ? Match.YES : Match.NO;
        }
        case Element.Anything any -> {
          return Match.EARLY;
        }
        case Element.Broken broken -> {
          return over && mode != MatchMode.MATCH ? Match.YES : Match.NO;
        }
        case Element.Members set -> {
          if (over) {
            return mode != MatchMode.MATCH ? Match.YES : Match.NO;
          }
          if (!set.contains(dialled.charAt(at))) {
            return Match.NO;
          }
        }
      }
    }
    boolean complete = dialled.length() == elements.size();
    return complete && mode != MatchMode.MATCH_MORE ? Match.YES : Match.NO;
  }

  private boolean matchLiteral(String dialled, MatchMode mode) {
    return switch (mode) {
      case MATCH -> digits.equals(dialled);
      case CAN_MATCH -> digits.startsWith(dialled);
      case MATCH_MORE -> digits.startsWith(dialled) && digits.length() > dialled.length();
    };
  }

  /** Whether a text is this pattern's own spelling, as tools pass it. */
  private boolean isSpelled(String number) {
    return number.startsWith("_") && spelling(number).equals(spelling(text));
  }

  /** A pattern's text with its class letters in capitals. */
  static String spelling(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean inSet = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      inSet = c == '[' || (inSet && c != ']');
      out.append(!inSet && (c == 'x' || c == 'z' || c == 'n') ? Character.toUpperCase(c) : c);
    }
    return out.toString();
  }

  static String withoutDashes(String number) {
    return number.indexOf('-') < 0 ? number : number.replace("-", "");
  }

  @Override
  public int compareTo(Pattern other) {
    if (literal != other.literal) {
      return literal ? -1 : 1;
    }
    if (literal) {
      return digits.compareTo(other.digits);
    }
    for (int at = 0; ; at++) {
      boolean over = at >= elements.size();
      boolean otherOver = at >= other.elements.size();
      if (over || otherOver) {
        int rank = over ? Element.END_RANK : elements.get(at).rank();
        int otherRank = otherOver ? Element.END_RANK : other.elements.get(at).rank();
        return Integer.compare(rank, otherRank);
      }
      int order = elements.get(at).compareTo(other.elements.get(at));
      if (order != 0) {
        return order;
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Pattern that
        && literal == that.literal
        && digits.equals(that.digits)
        && elements.equals(that.elements);
  }

  @Override
  public int hashCode() {
    return Objects.hash(literal, digits, elements);
  }

  @Override
  public String toString() {
    return text;
  }
}
