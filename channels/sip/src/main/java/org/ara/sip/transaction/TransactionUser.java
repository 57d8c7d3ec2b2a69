package org.ara.sip.transaction;

import java.util.Optional;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.transport.Hop;

/**
 * What stands above the transactions: registrar, dialogs, calls. Its methods but {@link #early} run
 * on virtual threads and may block.
 */
public interface TransactionUser {
  /**
   * What to answer a new request at once, without a transaction; called on the wire's thread, so it
   * must not wait for anything.
   *
   * @return empty if the request is to go its way
   */
  default Optional<SipResponse> early(SipRequest request, Hop from) {
    return Optional.empty();
  }

  /**
   * A new request, neither ACK nor CANCEL (CANCEL is answered by the layer and told through {@link
   * ServerTransaction#onCancel}). Must end in a final {@link ServerTransaction#respond}, from here
   * or later from any thread; if it throws, the layer answers 500.
   */
  void request(ServerTransaction transaction);

  /** An ACK of a 2xx, each time it arrives; those of other final responses stay in the layer. */
  void ack(SipRequest ack, Hop from);

  /** A response of no living transaction; by default it is ignored. */
  default void strayResponse(SipResponse response, Hop from) {}
}
