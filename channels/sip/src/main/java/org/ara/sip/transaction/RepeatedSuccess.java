package org.ara.sip.transaction;

import java.time.Duration;
import org.ara.sip.message.SipResponse;

/**
 * Repeats a 2xx to an INVITE from T1 doubling to T2 until its ACK or the end of 64*T1 (RFC 3261
 * section 13.3.1.4).
 */
final class RepeatedSuccess implements PendingAck {
  private final InviteServerTransaction transaction;
  private final SipResponse success;
  private Timers.Timer repeat = Timers.Timer.NONE;
  private Timers.Timer end = Timers.Timer.NONE;
  private boolean done;

  private RepeatedSuccess(InviteServerTransaction transaction, SipResponse success) {
    this.transaction = transaction;
    this.success = success;
  }

  static RepeatedSuccess start(
      InviteServerTransaction transaction, SipResponse success, Runnable noAck) {
    RepeatedSuccess repeated = new RepeatedSuccess(transaction, success);
    TransactionLayer layer = transaction.layer;
    synchronized (repeated) {
      repeated.end = layer.schedule(layer.options().patience(), () -> repeated.giveUp(noAck));
      repeated.scheduleAfter(layer.options().t1());
    }
    transaction.respond(success);
    return repeated;
  }

  private void scheduleAfter(Duration interval) {
    repeat = transaction.layer.schedule(interval, () -> repeatAfter(interval));
  }

  private synchronized void repeatAfter(Duration interval) {
    if (!done) {
      transaction.transmit(success);
      scheduleAfter(transaction.layer.doubled(interval));
    }
  }

  private void giveUp(Runnable noAck) {
    synchronized (this) {
      if (done) {
        return;
      }
      stop();
    }
    transaction.layer.execute(noAck);
  }

  @Override
  public void acked() {
    synchronized (this) {
      stop();
    }
    transaction.acknowledged();
  }

  private void stop() {
    done = true;
    repeat.cancel();
    end.cancel();
  }
}
