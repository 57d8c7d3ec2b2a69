package org.ara.sip.provider;

import org.jspecify.annotations.Nullable;

/** What became of one try to register. */
sealed interface Outcome {

  /**
   * The provider took it.
   *
   * @param seconds that it holds
   * @param proof that was accepted; null if none was asked for
   */
  record Accepted(long seconds, @Nullable Proof proof) implements Outcome {}

  /**
   * The provider answered otherwise.
   *
   * @param retryAfter seconds that it asks to wait; 0 for nothing said
   */
  record Refused(int status, String reason, long retryAfter) implements Outcome {}

  /** The provider wants a password that nobody configured, or another one. */
  record Unproven(String why) implements Outcome {}

  /** No answer came in time, or nothing could be sent. */
  record Unanswered(String why) implements Outcome {}
}
