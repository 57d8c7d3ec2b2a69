package org.ara.sip.transaction;

/**
 * All that remains of an INVITE whose final response was acknowledged, until its retransmissions
 * are no longer to be feared (Timers I and L): the call itself goes on elsewhere, or is over.
 */
enum AcknowledgedInvite implements ServerEntry {
  /** Its ACKs concern the user. */
  ANSWERED,
  /** Its ACKs concern nobody. */
  REFUSED;

  @Override
  public void retransmission() {
    // It was answered, and the answer arrived.
  }

  @Override
  public boolean ack() {
    return this == REFUSED;
  }
}
