package org.ara.sip.peer;

/**
 * What a peer may watch.
 *
 * @param allowed whether it may watch anything
 * @param context where the numbers are; empty for where its calls start
 */
public record Watching(boolean allowed, String context) {

  /** What holds where nothing is configured. */
  public static final Watching USUAL = new Watching(true, "");
}
