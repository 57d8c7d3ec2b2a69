package org.ara.pbx.dialplan.pattern;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.ara.pbx.dialplan.MatchMode;

/**
 * Finds what extension names stand for by number: literals in a sorted map, patterns in a tree. The
 * cost of finding does not grow with the number of names. Immutable.
 *
 * @param <V> what the names stand for
 */
public final class PatternMap<V> {

  private final TreeMap<String, V> literals = new TreeMap<>();
  private final Trie<V> patterns = new Trie<>();
  private final Map<String, V> spellings = new HashMap<>();

  /** A map of these names. */
  public PatternMap(Map<Pattern, V> names) {
    names.forEach(
        (name, value) -> {
          if (name.isLiteral()) {
            literals.put(name.digits(), value);
          } else {
            patterns.put(name.elements(), value);
            spellings.put(Pattern.spelling(name.text()), value);
          }
        });
  }

  /** Looks at what matches, one after the other. */
  @FunctionalInterface
  public interface Visitor<V> {

    /** Looks at the next best match; true to see no more. */
    boolean visit(V value, Match match);
  }

  /**
   * Shows the visitor everything that matches a number, in the order in which extensions are tried.
   *
   * @param number as dialled; pure data
   * @return whether the visitor has had enough
   */
  public boolean visit(String number, MatchMode mode, Visitor<V> visitor) {
    String dialled = Pattern.withoutDashes(number);
    return visitLiterals(dialled, mode, visitor)
        || visitSpelling(number, mode, visitor)
        || patterns.visit(dialled, 0, mode, visitor);
  }

  private boolean visitLiterals(String dialled, MatchMode mode, Visitor<V> visitor) {
    if (mode == MatchMode.MATCH) {
      V exact = literals.get(dialled);
      return exact != null && visitor.visit(exact, Match.YES);
    }
    boolean inclusive = mode == MatchMode.CAN_MATCH;
    for (Map.Entry<String, V> literal : literals.tailMap(dialled, inclusive).entrySet()) {
      if (!literal.getKey().startsWith(dialled)) {
        return false;
      }
      if (visitor.visit(literal.getValue(), Match.YES)) {
        return true;
      }
    }
    return false;
  }

  /** A pattern asked for by its own spelling comes before the patterns that swallow the text. */
  private boolean visitSpelling(String number, MatchMode mode, Visitor<V> visitor) {
    if (mode != MatchMode.MATCH || !number.startsWith("_")) {
      return false;
    }
    V value = spellings.get(Pattern.spelling(number));
    return value != null && visitor.visit(value, Match.YES);
  }
}
