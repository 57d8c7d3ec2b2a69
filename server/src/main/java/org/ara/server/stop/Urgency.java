package org.ara.server.stop;

/** How long a stop or restart waits, the most patient first. */
public enum Urgency {
  /** Until no call is left, and new ones are taken meanwhile. */
  WHEN_CONVENIENT("when convenient"),
  /** Until no call is left, and new ones are refused. */
  GRACEFULLY("gracefully"),
  /** Not at all. */
  NOW("now");

  private final String words;

  Urgency(String words) {
    this.words = words;
  }

  /** As commands write it. */
  public String words() {
    return words;
  }
}
