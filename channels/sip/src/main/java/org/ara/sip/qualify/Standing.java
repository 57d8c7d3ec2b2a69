package org.ara.sip.qualify;

import java.util.Locale;

/**
 * What is known of a peer that is asked whether it is there.
 *
 * @param state whether it answers
 * @param millis how long its last answer took; 0 without one
 */
public record Standing(Reach state, int millis) {

  /** Nobody asks. */
  static final Standing UNMONITORED = new Standing(Reach.UNMONITORED, 0);

  /** It was not asked yet. */
  static final Standing UNKNOWN = new Standing(Reach.UNKNOWN, 0);

  static final Standing LOST = new Standing(Reach.UNREACHABLE, 0);

  /** Whether a peer answers. */
  public enum Reach {
    UNMONITORED,
    UNKNOWN,
    REACHABLE,
    /** It answers, but later than it should. */
    LAGGED,
    UNREACHABLE
  }

  static Standing of(int millis, int limit) {
    return new Standing(millis <= limit ? Reach.REACHABLE : Reach.LAGGED, millis);
  }

  /** Whether anybody asks. */
  public boolean monitored() {
    return state != Reach.UNMONITORED;
  }

  /** Whether it was asked and did not answer in time. */
  public boolean lost() {
    return state == Reach.LAGGED || state == Reach.UNREACHABLE;
  }

  /** For the column of a list. */
  public String text() {
    return switch (state) {
      case UNMONITORED -> "Unmonitored";
      case UNKNOWN -> "UNKNOWN";
      case UNREACHABLE -> "UNREACHABLE";
      case REACHABLE -> "OK (" + millis + " ms)";
      case LAGGED -> "LAGGED (" + millis + " ms)";
    };
  }

  /** As events name it. */
  public String word() {
    String name = state.name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }
}
