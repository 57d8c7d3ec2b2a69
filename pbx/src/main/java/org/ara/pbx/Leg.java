package org.ara.pbx;

import org.ara.pbx.media.MediaPort;

/**
 * The driver's side of one channel: what the core can ask of the phone at the other end.
 *
 * <p>Implemented by channel drivers. Methods return without waiting for the network; what becomes
 * of them arrives as {@link Signal}s. Methods that no longer make sense (after {@link #hangup}, or
 * {@link #ringing} once answered) do nothing.
 */
public interface Leg {

  /** Starts an outgoing call; called once, only on legs made by {@link ChannelDriver#request}. */
  void call();

  /** Tells the caller that the callee rings (180). */
  void ringing();

  /** Tells the caller that the call is being worked on (100 or 183 without media). */
  void proceeding();

  /** Opens early media towards the caller (183 with a media description). */
  void progress();

  /** Answers an incoming call; {@link Signal.Answered} follows when the caller confirmed. */
  void answer();

  /** The other party of the bridge put this one on hold; a driver need not tell its phone. */
  default void hold() {}

  /** The other party took this one off hold again. */
  default void resume() {}

  /**
   * Asks the far end to call somebody else instead; blocks until it says whether it will.
   *
   * @param destination as the technology writes it: a number, or one at a host
   */
  default TransferResult transfer(String destination) {
    return TransferResult.UNSUPPORTED;
  }

  /** Ends the leg, in whatever state it is; {@link Signal.HungUp} follows. */
  void hangup(HangupCause cause);

  /**
   * Whether somebody outside is at the other end, so that a call that comes in by it is a new one
   * and can be refused.
   */
  default boolean isFromOutside() {
    return true;
  }

  /** Where the leg's audio goes in and comes out; the same object for the life of the leg. */
  MediaPort media();
}
