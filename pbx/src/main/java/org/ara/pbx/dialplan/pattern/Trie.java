package org.ara.pbx.dialplan.pattern;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ara.pbx.dialplan.MatchMode;
import org.ara.pbx.dialplan.pattern.Element.Members;
import org.jspecify.annotations.Nullable;

/**
 * A node of the tree of patterns: the elements that may come next and what ends here.
 *
 * <p>Walking the children in the order of their elements, and what ends here last, meets the
 * patterns in exactly the order of {@link Pattern#compareTo}; a number leads only into the children
 * that accept its characters, so patterns that do not fit cost nothing.
 *
 * @param <V> what the patterns stand for
 */
final class Trie<V> {

  private final Map<Character, Trie<V>> single = new HashMap<>();
  private final TreeMap<Element, Trie<V>> sets = new TreeMap<>();
  private @Nullable V atLeastOne;
  private @Nullable V anything;
  private @Nullable V end;
  private @Nullable V broken;

  /** Adds a pattern during construction; the tree is not changed once it is searched. */
  void put(List<Element> elements, V value) {
    Trie<V> node = this;
    for (Element element : elements) {
      switch (element) {
        case Members set -> node = node.child(set);
        case Element.AtLeastOne last -> {
          node.atLeastOne = value;
          return;
        }
        case Element.Anything last -> {
          node.anything = value;
          return;
        }
        case Element.Broken last -> {
          node.broken = value;
          return;
        }
      }
    }
    node.end = value;
  }

  private Trie<V> child(Members set) {
    return set.members().length() == 1
        ? single.computeIfAbsent(set.members().charAt(0), c -> new Trie<>())
        : sets.computeIfAbsent(set, s -> new Trie<>());
  }

  /**
   * Shows the visitor, in order, what matches a number from {@code at} on.
   *
   * @param number without dashes
   * @return whether the visitor has had enough
   */
  boolean visit(String number, int at, MatchMode mode, PatternMap.Visitor<V> visitor) {
    if (at == number.length()) {
      return visitComplete(mode, visitor);
    }
    char c = number.charAt(at);
    Trie<V> exact = single.get(c);
    if (exact != null && exact.visit(number, at + 1, mode, visitor)) {
      return true;
    }
    for (Map.Entry<Element, Trie<V>> set : sets.entrySet()) {
      if (((Members) set.getKey()).contains(c)
          && set.getValue().visit(number, at + 1, mode, visitor)) {
        return true;
      }
    }
    return offer(atLeastOne, Match.YES, visitor) || offer(anything, Match.EARLY, visitor);
  }

  private boolean visitComplete(MatchMode mode, PatternMap.Visitor<V> visitor) {
    boolean partial = mode != MatchMode.MATCH;
    return (partial && visitChildren(visitor))
        || (partial && offer(atLeastOne, Match.YES, visitor))
        || offer(anything, Match.EARLY, visitor)
        || (mode != MatchMode.MATCH_MORE && offer(end, Match.YES, visitor))
        || (partial && offer(broken, Match.YES, visitor));
  }

  /** Everything that needs at least one more character. */
  private boolean visitChildren(PatternMap.Visitor<V> visitor) {
    for (char c : single.keySet().stream().sorted().toList()) {
      Trie<V> child = single.get(c);
      if (child != null && child.visitAll(visitor)) {
        return true;
      }
    }
    for (Trie<V> child : sets.values()) {
      if (child.visitAll(visitor)) {
        return true;
      }
    }
    return false;
  }

  private boolean visitAll(PatternMap.Visitor<V> visitor) {
    return visitChildren(visitor)
        || offer(atLeastOne, Match.YES, visitor)
        || offer(anything, Match.YES, visitor)
        || offer(end, Match.YES, visitor)
        || offer(broken, Match.YES, visitor);
  }

  private boolean offer(@Nullable V value, Match match, PatternMap.Visitor<V> visitor) {
    return value != null && visitor.visit(value, match);
  }
}
