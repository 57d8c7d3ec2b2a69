package org.ara.pbx.dialplan.pattern;

/** How a number stands to a pattern, for one of the three questions. */
public enum Match {
  NO,
  YES,
  /** Through {@code !}: a match, and whoever asks for more digits must stop asking. */
  EARLY;

  /** Whether it is a match of any sort. */
  public boolean matches() {
    return this != NO;
  }
}
