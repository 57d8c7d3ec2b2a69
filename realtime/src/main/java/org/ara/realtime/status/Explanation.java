package org.ara.realtime.status;

import java.time.Duration;
import java.util.List;
import org.ara.realtime.Lookup;
import org.ara.realtime.Row;

/**
 * The way of one question to its answer.
 *
 * @param answer what the caller got
 * @param source where it came from
 * @param age how long ago it was read from a storage; zero if it was read just now
 * @param took how long the caller waited
 * @param kept what was known of a kept answer; empty if the family keeps none
 * @param steps the mappings that were tried, in order
 */
public record Explanation(
    Lookup<Row> answer, Source source, Duration age, Duration took, String kept, List<Step> steps) {

  public Explanation {
    steps = List.copyOf(steps);
  }

  /** Where an answer came from. */
  public enum Source {
    /** A storage was asked. */
    STORAGE("from the storage"),
    /** It was kept and holds. */
    CACHE("from the cache"),
    /** It was kept and is given because no storage can be asked. */
    COPY("a copy, as no storage answers"),
    /** The same, and it was read before the program was started. */
    SNAPSHOT("a copy from the snapshot on disk, as no storage answers"),
    /** There is none. */
    NOBODY("nobody could be asked");

    private final String words;

    Source(String words) {
      this.words = words;
    }

    /** In words for an operator. */
    public String words() {
      return words;
    }

    /** Whether the answer may be out of date. */
    public boolean isStale() {
      return this == COPY || this == SNAPSHOT;
    }
  }

  /**
   * One mapping that was tried.
   *
   * @param place driver, database and table
   * @param outcome in words: found, no row, or why it was unavailable
   * @param took how long it took
   * @param statements what the storage was asked, with placeholders for values
   * @param details further lines
   */
  public record Step(
      String place, String outcome, Duration took, List<String> statements, List<String> details) {

    public Step {
      statements = List.copyOf(statements);
      details = List.copyOf(details);
    }
  }
}
