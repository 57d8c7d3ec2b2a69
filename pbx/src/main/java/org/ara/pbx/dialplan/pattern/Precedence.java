package org.ara.pbx.dialplan.pattern;

import java.util.List;
import org.ara.pbx.dialplan.pattern.Element.Members;

/** Says in words why one name is tried before another. */
public final class Precedence {

  private Precedence() {}

  /**
   * Why the first name is tried before the second one.
   *
   * @param first a name that {@link Pattern#compareTo} has before the other one
   */
  public static String reason(Pattern first, Pattern second) {
    if (first.isLiteral()) {
      return second.isLiteral() ? "it is the same name" : "names come before patterns";
    }
    List<Element> mine = first.elements();
    List<Element> others = second.elements();
    for (int at = 0; at < Math.min(mine.size(), others.size()); at++) {
      if (!mine.get(at).equals(others.get(at))) {
        return "at place " + (at + 1) + " it takes " + words(mine.get(at), others.get(at));
      }
    }
    return mine.size() == others.size() ? "it is the same pattern" : "it is the longer pattern";
  }

  private static String words(Element mine, Element other) {
    return mine instanceof Members(String some)
            && other instanceof Members(String more)
            && some.length() == more.length()
        ? "the smaller of two sets, " + word(mine) + " before " + word(other)
        : word(mine) + ", the other " + word(other);
  }

  private static String word(Element element) {
    return switch (element) {
      case Members(String members) when members.length() == 1 -> "only " + members;
      case Members(String members) -> members.length() + " characters (" + members + ")";
      case Element.AtLeastOne any -> "one or more of any kind";
      case Element.Anything any -> "anything at all";
      case Element.Broken broken -> "nothing, for its [ is not closed";
    };
  }
}
