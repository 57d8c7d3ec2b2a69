package org.ara.sip.transaction;

import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.transport.Hop;
import org.ara.sip.transport.ResponseRoute;
import org.jspecify.annotations.Nullable;

/** What INVITE and other server transactions share: the request, the way back, the callbacks. */
abstract sealed class BaseServerTransaction implements ServerTransaction, ServerEntry
    permits InviteServerTransaction, NonInviteServerTransaction {
  final TransactionLayer layer;
  final TransactionKey key;
  private final SipRequest request;
  private final Hop source;
  private volatile Hop back;
  private @Nullable Runnable cancelAction;
  private boolean cancelled;
  private @Nullable Runnable timeoutAction;
  private boolean timedOut;

  BaseServerTransaction(
      TransactionLayer layer, TransactionKey key, SipRequest request, Hop source) {
    this.layer = layer;
    this.key = key;
    this.request = request;
    this.source = source;
    this.back = ResponseRoute.answer(request.topVia(), source, false);
  }

  @Override
  public final SipRequest request() {
    return request;
  }

  @Override
  public final Hop hop() {
    return source;
  }

  @Override
  public final void forceRport() {
    back = source;
  }

  final Hop back() {
    return back;
  }

  final void transmit(SipResponse response) {
    transmit(response, back.write(response));
  }

  final void transmit(SipResponse response, byte[] octets) {
    ResponseRoute.reopened(request.topVia(), back).send(response, octets, failure -> {});
  }

  /** Notes the CANCEL and tells whoever asked to be told. */
  final void cancelled() {
    Runnable action;
    synchronized (this) {
      if (cancelled || isAnswered()) {
        return;
      }
      cancelled = true;
      action = cancelAction;
    }
    if (action != null) {
      layer.execute(action);
    }
  }

  abstract boolean isAnswered();

  @Override
  public final synchronized boolean isCancelled() {
    return cancelled;
  }

  @Override
  public final void onCancel(Runnable action) {
    synchronized (this) {
      cancelAction = action;
      if (!cancelled) {
        return;
      }
    }
    layer.execute(action);
  }

  final void timedOut() {
    Runnable action;
    synchronized (this) {
      timedOut = true;
      action = timeoutAction;
    }
    if (action != null) {
      layer.execute(action);
    }
  }

  @Override
  public final void onTimeout(Runnable action) {
    synchronized (this) {
      timeoutAction = action;
      if (!timedOut) {
        return;
      }
    }
    layer.execute(action);
  }
}
