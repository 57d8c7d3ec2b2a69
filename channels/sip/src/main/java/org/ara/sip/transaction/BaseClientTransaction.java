package org.ara.sip.transaction;

import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.transport.Hop;

/**
 * What INVITE and other client transactions share: the request, its way, the listener called in
 * order.
 */
abstract sealed class BaseClientTransaction implements ClientTransaction
    permits InviteClientTransaction, NonInviteClientTransaction {
  final TransactionLayer layer;
  final TransactionKey key;
  final boolean reliable;
  private final SipRequest request;
  private final Hop hop;
  private volatile ResponseListener listener;
  private final SerialCalls calls;

  BaseClientTransaction(
      TransactionLayer layer, SipRequest request, Hop hop, ResponseListener listener) {
    this.layer = layer;
    this.key = TransactionKey.client(request);
    this.reliable = hop.transport().reliable();
    this.request = request;
    this.hop = hop;
    this.listener = listener;
    this.calls = new SerialCalls(layer::execute);
  }

  abstract void start();

  /** Whether it had its final answer, or gave up. */
  abstract boolean isAnswered();

  abstract void received(SipResponse response);

  /** The message did not leave. */
  abstract void sendFailed(String reason);

  @Override
  public final SipRequest request() {
    return request;
  }

  @Override
  public final Hop hop() {
    return hop;
  }

  final void transmit(SipRequest message) {
    hop.send(message, this::sendFailed);
  }

  final void tellProvisional(SipResponse response) {
    ResponseListener told = listener;
    tell(() -> told.provisional(response));
  }

  final void tellFinal(SipResponse response) {
    ResponseListener told = listener;
    tell(() -> told.finalResponse(response));
  }

  /** Nothing more will be told; what the listener holds need not live as long as this. */
  final void release() {
    listener = IgnoredResponses.INSTANCE;
  }

  final void tellFurther(SipResponse response) {
    tell(() -> listener.furtherSuccess(response));
  }

  final void tellTimeout() {
    tell(listener::timeout);
  }

  final void tellError(String reason) {
    tell(() -> listener.transportError(reason));
  }

  private void tell(Runnable call) {
    calls.call(() -> layer.guarded(call));
  }
}
