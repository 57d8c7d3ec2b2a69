package org.ara.sip.transaction;

import java.time.Duration;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.transport.Hop;
import org.jspecify.annotations.Nullable;

/**
 * The INVITE server transaction of RFC 3261 section 17.2.1 with the Accepted state of RFC 6026
 * section 7.1.
 */
final class InviteServerTransaction extends BaseServerTransaction {
  private enum State {
    PROCEEDING,
    ACCEPTED,
    COMPLETED,
    CONFIRMED,
    TERMINATED
  }

  /** How long the user may take before the layer says 100 by itself. */
  private static final Duration TRYING_DELAY = Duration.ofMillis(200);

  /**
   * A challenge is sent once and forgotten (RFC 3261 section 26.3.2.4): its source may be somebody
   * else's address, which must get no more than it seems to ask for. Whoever lost it asks again.
   */
  private static final int UNAUTHORIZED = 401;

  private final boolean reliable;
  private State state = State.PROCEEDING;
  private @Nullable SipResponse last;
  private Timers.Timer trying = Timers.Timer.NONE;
  private Timers.Timer retransmit = Timers.Timer.NONE;
  private Timers.Timer end = Timers.Timer.NONE;

  InviteServerTransaction(
      TransactionLayer layer, TransactionKey key, SipRequest request, Hop source) {
    super(layer, key, request, source);
    reliable = source.transport().reliable();
  }

  synchronized void start() {
    trying = layer.schedule(TRYING_DELAY, this::sayTrying);
  }

  private synchronized void sayTrying() {
    if (state == State.PROCEEDING && last == null) {
      last = request().response(100).build();
      transmit(last);
    }
  }

  @Override
  public synchronized void respond(SipResponse response) {
    switch (state) {
      case PROCEEDING -> {
        trying.cancel();
        last = response;
        transmit(response);
        if (response.isSuccess()) {
          accept();
        } else if (response.status() == UNAUTHORIZED) {
          terminate();
        } else if (response.isFinal()) {
          complete();
        }
      }
      case ACCEPTED -> {
        if (response.isSuccess()) {
          transmit(response);
        }
      }
      case COMPLETED, CONFIRMED, TERMINATED -> {}
    }
  }

  private void accept() {
    state = State.ACCEPTED;
    end = layer.schedule(layer.options().patience(), this::terminate); // Timer L
  }

  private void complete() {
    state = State.COMPLETED;
    if (!reliable) {
      scheduleRetransmission(layer.options().t1()); // Timer G
    }
    end = layer.schedule(layer.options().patience(), this::giveUp); // Timer H
  }

  private void scheduleRetransmission(Duration interval) {
    retransmit = layer.schedule(interval, () -> retransmitAfter(interval));
  }

  private synchronized void retransmitAfter(Duration interval) {
    if (state == State.COMPLETED && last != null) {
      transmit(last);
      scheduleRetransmission(layer.doubled(interval));
    }
  }

  private void giveUp() {
    synchronized (this) {
      if (state != State.COMPLETED) {
        return;
      }
      terminate();
    }
    timedOut();
  }

  @Override
  public synchronized void retransmission() {
    // in ACCEPTED the user repeats its 2xx by itself
    if ((state == State.PROCEEDING || state == State.COMPLETED) && last != null) {
      transmit(last);
    }
  }

  @Override
  public synchronized boolean ack() {
    if (state == State.COMPLETED) {
      state = State.CONFIRMED;
      retransmit.cancel();
      end.cancel();
      if (reliable) {
        terminate();
      } else {
        layer.acknowledged(this, AcknowledgedInvite.REFUSED);
      }
    }
    return state != State.ACCEPTED;
  }

  /** The ACK of a 2xx arrived. */
  synchronized void acknowledged() {
    if (state == State.ACCEPTED) {
      state = State.CONFIRMED;
      end.cancel();
      layer.acknowledged(this, AcknowledgedInvite.ANSWERED);
    }
  }

  @Override
  public PendingAck respondUntilAcked(SipResponse success, Runnable noAck) {
    if (!success.isSuccess()) {
      throw new IllegalArgumentException("only a 2xx waits for an ACK of its own");
    }
    return RepeatedSuccess.start(this, success, noAck);
  }

  @Override
  synchronized boolean isAnswered() {
    return state != State.PROCEEDING;
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
