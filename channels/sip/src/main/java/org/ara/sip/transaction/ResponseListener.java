package org.ara.sip.transaction;

import org.ara.sip.message.SipResponse;

/**
 * Takes what becomes of a request. Calls come one after the other, in the order of arrival, on
 * virtual threads: they may block. Exactly one of {@link #finalResponse}, {@link #timeout} and
 * {@link #transportError} is called, once.
 */
public interface ResponseListener {
  /** A 1xx; retransmissions of it too. */
  default void provisional(SipResponse response) {}

  /**
   * The final response. For an INVITE answered other than 2xx the ACK is on its way already; a 2xx
   * wants its ACK from the caller, with {@link TransactionLayer#sendAck}.
   */
  void finalResponse(SipResponse response);

  /**
   * A further 2xx to an INVITE: a retransmission that wants the same ACK again, or, with another To
   * tag, another fork.
   */
  default void furtherSuccess(SipResponse response) {}

  /** No answer in time (Timer B or F): to be treated like a 408. */
  void timeout();

  /** The request could not be sent: to be treated like a 503. */
  void transportError(String reason);
}
