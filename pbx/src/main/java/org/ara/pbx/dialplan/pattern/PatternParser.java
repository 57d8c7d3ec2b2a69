package org.ara.pbx.dialplan.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.ara.pbx.dialplan.pattern.Element.Members;
import org.ara.pbx.expression.Warnings;

/** Reads the text after the underscore of a pattern ({@code spec/dialplan.md} 1.1). */
final class PatternParser {

  private static final char LAST_OF_RANGES = 0xFF;

  private final String text;
  private final Warnings warnings;
  private final List<Element> elements = new ArrayList<>();
  private int at;

  PatternParser(String text, int from, Warnings warnings) {
    this.text = text;
    this.at = from;
    this.warnings = warnings;
  }

  List<Element> parse() {
    boolean more = true;
    while (more && at < text.length()) {
      more = element(text.charAt(at++));
    }
    return elements;
  }

  /** Adds an element; false if it was the last one. */
  private boolean element(char c) {
    switch (c) {
      case 'X', 'x' -> add("0123456789");
      case 'Z', 'z' -> add("123456789");
      case 'N', 'n' -> add("23456789");
      case '-' -> {}
      case '.' -> {
        elements.add(new Element.AtLeastOne());
        return false;
      }
      case '!' -> {
        elements.add(new Element.Anything());
        return false;
      }
      case '/' -> {
        return false;
      }
      case '[' -> {
        return set();
      }
      default -> add(String.valueOf(c));
    }
    return true;
  }

  private void add(String members) {
    elements.add(new Members(members));
  }

  private boolean set() {
    int close = text.indexOf(']', at);
    if (close < 0) {
      warnings.warn("pattern '" + text + "' has a '[' without its ']'; nothing matches past it");
      elements.add(new Element.Broken());
      return false;
    }
    TreeSet<Character> members = new TreeSet<>();
    while (at < close) {
      char first = text.charAt(at);
      if (at + 2 < close && text.charAt(at + 1) == '-') {
        range(first, text.charAt(at + 2), members);
        at += 3;
      } else {
        members.add(first);
        at++;
      }
    }
    at = close + 1;
    if (!members.isEmpty()) {
      StringBuilder sorted = new StringBuilder();
      members.forEach(sorted::append);
      add(sorted.toString());
    }
    return true;
  }

  private void range(char first, char last, TreeSet<Character> members) {
    if (last > LAST_OF_RANGES || first > last) {
      warnings.warn("pattern '" + text + "': the range " + first + "-" + last + " is empty");
      return;
    }
    for (char c = first; c <= last; c++) {
      members.add(c);
    }
  }
}
