package org.ara.sip.transaction;

/** What the layer keeps for a request it has seen. */
interface ServerEntry {
  /** The same request arrived again. */
  void retransmission();

  /** An ACK arrived on the branch of the request; false if it concerns the transaction user. */
  default boolean ack() {
    return true;
  }
}
