package org.ara.module;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The words that may stand where a console's line ends, narrowed to those that were begun. */
public final class Completion {

  /** As many as a console can show. */
  public static final int LIMIT = 1000;

  private Completion() {}

  /**
   * The words that start with the prefix, case ignored, in their order.
   *
   * @return at most {@link #LIMIT}
   */
  public static List<String> of(String prefix, Stream<String> words) {
    int length = prefix.length();
    String start = prefix.toLowerCase(Locale.ROOT);
    return words
        .filter(word -> word.length() >= length)
        .filter(word -> word.substring(0, length).toLowerCase(Locale.ROOT).equals(start))
        .distinct()
        .limit(LIMIT)
        .toList();
  }

  /** The same of a collection. */
  public static List<String> of(String prefix, Collection<String> words) {
    return of(prefix, words.stream());
  }

  /** The same of a few fixed words. */
  public static List<String> of(String prefix, String... words) {
    return of(prefix, Arrays.stream(words));
  }
}
