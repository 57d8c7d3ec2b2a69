package org.ara.pbx;

/** Something the far end of a channel did, as its driver reports it to {@link Channel#signal}. */
public sealed interface Signal {

  /** The far end is being reached. */
  record Proceeding() implements Signal {}

  /** The far end rings. */
  record Ringing() implements Signal {}

  /** The far end sends early media. */
  record Progress() implements Signal {}

  /** The far end answered; media flows. */
  record Answered() implements Signal {}

  /** The far end put us on hold. */
  record Held() implements Signal {}

  /** The far end took us off hold. */
  record Resumed() implements Signal {}

  /**
   * The far end pressed a key.
   *
   * @param digit one of {@code 0-9 A-D * #}
   */
  record Digit(char digit) implements Signal {}

  /**
   * The far end sends the call to another number of the dialplan; {@link HungUp} follows.
   *
   * @param number the number
   */
  record Forwarded(String number) implements Signal {}

  /** The channel is to go on elsewhere, as {@link Channel#redirect} says; wakes whoever waits. */
  record Redirected() implements Signal {}

  /** The far end is gone, or never came. The last signal of a channel. */
  record HungUp(HangupCause cause) implements Signal {}
}
