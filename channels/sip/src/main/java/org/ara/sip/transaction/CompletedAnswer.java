package org.ara.sip.transaction;

import org.ara.sip.transport.Hop;

/**
 * All that remains of an answered non-INVITE request over an unreliable transport: the answer as it
 * went out, to be given again to retransmissions (Timer J). A server that is busy keeps a hundred
 * thousand of them.
 */
final class CompletedAnswer implements ServerEntry {

  private final Hop hop;
  private final byte[] octets;

  CompletedAnswer(Hop hop, byte[] octets) {
    this.hop = hop;
    this.octets = octets;
  }

  @Override
  public void retransmission() {
    hop.sendAgain(octets);
  }
}
