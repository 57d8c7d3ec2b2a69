package org.ara.sip.transaction;

import java.time.Duration;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.transport.Hop;

/**
 * The INVITE client transaction of RFC 3261 section 17.1.1 with the Accepted state of RFC 6026
 * section 7.2.
 */
final class InviteClientTransaction extends BaseClientTransaction {
  private enum State {
    CALLING,
    PROCEEDING,
    ACCEPTED,
    COMPLETED,
    TERMINATED
  }

  private final Pace pace;
  private State state = State.CALLING;
  private boolean cancelWanted;
  private boolean cancelSent;
  private Timers.Timer retransmit = Timers.Timer.NONE;
  private Timers.Timer end = Timers.Timer.NONE;

  InviteClientTransaction(
      TransactionLayer layer, SipRequest request, Hop hop, Pace pace, ResponseListener listener) {
    super(layer, request, hop, listener);
    this.pace = pace;
  }

  @Override
  synchronized boolean isAnswered() {
    return state != State.CALLING && state != State.PROCEEDING;
  }

  @Override
  synchronized void start() {
    end = layer.schedule(pace.end(), this::timeOut); // Timer B
    if (!reliable) {
      scheduleRetransmission(pace.t1()); // Timer A
    }
    transmit(request());
  }

  private void scheduleRetransmission(Duration interval) {
    retransmit = layer.schedule(interval, () -> retransmitAfter(interval));
  }

  private synchronized void retransmitAfter(Duration interval) {
    if (state == State.CALLING) {
      transmit(request());
      scheduleRetransmission(interval.multipliedBy(2));
    }
  }

  @Override
  synchronized void received(SipResponse response) {
    switch (state) {
      case CALLING, PROCEEDING -> {
        if (response.isProvisional()) {
          proceed(response);
        } else if (response.isSuccess()) {
          settle(State.ACCEPTED, layer.options().patience()); // Timer M
          tellFinal(response);
        } else {
          settle(State.COMPLETED, reliable ? Duration.ZERO : layer.options().patience()); // Timer D
          hop().send(DerivedRequests.ack(request(), response), this::sendFailed);
          tellFinal(response);
        }
      }
      case ACCEPTED -> {
        if (response.isSuccess()) {
          tellFurther(response);
        }
      }
      case COMPLETED -> {
        if (response.isSuccess()) {
          tellFurther(
              response); // a proxy passes on every 2xx, also after a refusal of another fork
        } else if (response.isFinal()) {
          hop().send(DerivedRequests.ack(request(), response), failure -> {});
        }
      }
      case TERMINATED -> {}
    }
  }

  private void proceed(SipResponse response) {
    if (state == State.CALLING) {
      state = State.PROCEEDING;
      retransmit.cancel();
      end.cancel();
    }
    tellProvisional(response);
    if (cancelWanted) {
      sendCancel();
    }
  }

  private void settle(State newState, Duration lingering) {
    state = newState;
    retransmit.cancel();
    end.cancel();
    end = lingering.isZero() ? Timers.Timer.NONE : layer.schedule(lingering, this::terminate);
    if (lingering.isZero()) {
      terminate();
    }
  }

  @Override
  public void abandon() {
    throw new IllegalStateException("an INVITE is cancelled, not abandoned");
  }

  @Override
  public synchronized void cancel() {
    cancelWanted = true;
    if (state == State.PROCEEDING) {
      sendCancel();
    }
  }

  private void sendCancel() {
    if (!cancelSent) {
      cancelSent = true;
      layer.begin(
          new NonInviteClientTransaction(
              layer, DerivedRequests.cancel(request()), hop(), IgnoredResponses.INSTANCE));
      end = layer.schedule(layer.options().patience(), this::timeOut);
    }
  }

  private synchronized void timeOut() {
    if (state == State.CALLING || state == State.PROCEEDING) {
      terminate();
      tellTimeout();
    }
  }

  @Override
  synchronized void sendFailed(String reason) {
    if (state == State.CALLING || state == State.PROCEEDING) {
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
