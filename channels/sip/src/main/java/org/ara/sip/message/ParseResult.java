package org.ara.sip.message;

/** What became of octets that should be a message. */
public sealed interface ParseResult {
  /** A well-formed message: start line, Via, From, To, Call-ID, CSeq and the framing are good. */
  record Parsed(SipMessage message) implements ParseResult {}

  /**
   * A request that cannot be taken, but can be answered.
   *
   * @param reason what is wrong with it
   * @param answer 400, 505 or 513 with as much of Via, From, To, Call-ID and CSeq as could be read;
   *     its topmost Via has no {@code received} of ours yet
   */
  record Malformed(String reason, SipResponse answer) implements ParseResult {}

  /**
   * Nothing that may be answered.
   *
   * @param detail what is wrong, for a log
   */
  record Dropped(Cause cause, String detail) implements ParseResult {}

  /** Why something is dropped. */
  enum Cause {
    /** Empty, or nothing but line ends or NULs: it keeps a NAT binding open. */
    KEEPALIVE,
    /** The first line is neither a request line nor a status line. */
    NOT_SIP,
    /** A response that is malformed. */
    MALFORMED_RESPONSE,
    /** A malformed request without a usable Via, or an ACK, which has no answer. */
    UNANSWERABLE
  }
}
