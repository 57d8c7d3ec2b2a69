package org.ara.pbx.dialplan.pattern;

/**
 * One element of a pattern. Elements are ordered by how little they match, which is what makes one
 * pattern more specific than another ({@code spec/dialplan.md} 1.3).
 */
sealed interface Element extends Comparable<Element> {

  /**
   * One character out of a set; a plain character is a set of one, {@code N} is the set 2 to 9.
   *
   * @param members sorted, each once, not empty
   */
  record Members(String members) implements Element {

    boolean contains(char c) {
      return members.indexOf(c) >= 0;
    }
  }

  /** {@code .}: one or more characters of any kind, to the end. */
  record AtLeastOne() implements Element {}

  /** {@code !}: whatever follows, matched as early as possible. */
  record Anything() implements Element {}

  /** A set that is never closed: nothing gets past it. */
  record Broken() implements Element {}

  /** The place in the order that the kind of an element decides; the end of a pattern is 3. */
  int END_RANK = 3;

  default int rank() {
    return switch (this) {
      case Members members -> 0;
      case AtLeastOne atLeastOne -> 1;
      case Anything anything -> 2;
      case Broken broken -> END_RANK + 1;
    };
  }

  /** Smaller sets first; of equally large ones that with the smaller member where they differ. */
  @Override
  default int compareTo(Element other) {
    if (this instanceof Members(String mine) && other instanceof Members(String theirs)) {
      int bySize = Integer.compare(mine.length(), theirs.length());
      return bySize != 0 ? bySize : mine.compareTo(theirs);
    }
    return Integer.compare(rank(), other.rank());
  }
}
