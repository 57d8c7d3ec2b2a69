package org.ara.sip.transaction;

/** A 2xx that is being repeated until its ACK arrives. */
public interface PendingAck {
  /** Stops repeating: the ACK came, or the call ended otherwise. Harmless when repeated. */
  void acked();
}
