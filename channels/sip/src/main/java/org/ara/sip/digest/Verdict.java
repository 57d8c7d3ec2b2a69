package org.ara.sip.digest;

/** What a server makes of a request's credentials. */
public sealed interface Verdict {

  /** The right password on a good nonce. */
  record Accepted() implements Verdict {}

  /**
   * There is nothing to judge yet: send a challenge.
   *
   * @param stale whether the password was right and only the nonce is used up
   */
  record Challenged(boolean stale) implements Verdict {}

  /** The wrong user name or password on a good nonce. */
  record Rejected() implements Verdict {}
}
