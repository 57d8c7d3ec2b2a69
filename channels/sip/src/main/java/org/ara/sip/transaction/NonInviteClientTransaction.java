package org.ara.sip.transaction;

import java.time.Duration;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.transport.Hop;

/** The non-INVITE client transaction of RFC 3261 section 17.1.2. */
final class NonInviteClientTransaction extends BaseClientTransaction {
  private enum State {
    TRYING,
    PROCEEDING,
    COMPLETED,
    TERMINATED
  }

  private State state = State.TRYING;
  private Timers.Timer retransmit = Timers.Timer.NONE;
  private Timers.Timer end = Timers.Timer.NONE;

  NonInviteClientTransaction(
      TransactionLayer layer, SipRequest request, Hop hop, ResponseListener listener) {
    super(layer, request, hop, listener);
  }

  @Override
  synchronized void start() {
    end = layer.schedule(layer.options().patience(), this::timeOut); // Timer F
    if (!reliable) {
      scheduleRetransmission(layer.options().t1()); // Timer E
    }
    transmit(request());
  }

  @Override
  synchronized boolean isAnswered() {
    return state == State.COMPLETED || state == State.TERMINATED;
  }

  private void scheduleRetransmission(Duration interval) {
    retransmit = layer.schedule(interval, () -> retransmitAfter(interval));
  }

  private synchronized void retransmitAfter(Duration interval) {
    switch (state) {
      case TRYING -> {
        transmit(request());
        scheduleRetransmission(layer.doubled(interval));
      }
      case PROCEEDING -> {
        transmit(request());
        scheduleRetransmission(layer.options().t2());
      }
      case COMPLETED, TERMINATED -> {}
    }
  }

  @Override
  synchronized void received(SipResponse response) {
    if (state == State.COMPLETED || state == State.TERMINATED) {
      return;
    }
    if (response.isProvisional()) {
      state = State.PROCEEDING;
      tellProvisional(response);
      return;
    }
    state = State.COMPLETED;
    retransmit.cancel();
    end.cancel();
    tellFinal(response);
    release();
    if (reliable) {
      terminate();
    } else {
      end = layer.schedule(layer.options().t4(), this::terminate); // Timer K
    }
  }

  @Override
  public void cancel() {
    throw new IllegalStateException("only INVITE can be cancelled, not " + request().method());
  }

  @Override
  public synchronized void abandon() {
    release();
    terminate();
  }

  private synchronized void timeOut() {
    if (state == State.TRYING || state == State.PROCEEDING) {
      terminate();
      tellTimeout();
    }
  }

  @Override
  synchronized void sendFailed(String reason) {
    if (state == State.TRYING || state == State.PROCEEDING) {
      terminate();
      tellError(reason);
    }
  }

  private synchronized void terminate() {
    if (state != State.TERMINATED) {
      state = State.TERMINATED;
      retransmit.cancel();
      end.cancel();
      layer.remove(this);
    }
  }
}
