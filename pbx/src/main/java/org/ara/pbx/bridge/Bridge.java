package org.ara.pbx.bridge;

import java.util.UUID;
import org.ara.pbx.CallEvent;
import org.ara.pbx.Channel;
import org.ara.pbx.Deadline;
import org.ara.pbx.Inbox;
import org.ara.pbx.Pbx;
import org.ara.pbx.Signal;

/** A caller and a callee talking, until one of them hangs up or the time is over. */
public final class Bridge {

  private final Pbx pbx;
  private final Channel caller;
  private final Channel callee;
  private final Inbox inbox;
  private final HangupKeys keys;
  private final String id = UUID.randomUUID().toString();

  /**
   * @param inbox where the signals of both arrive already
   */
  public Bridge(Pbx pbx, Channel caller, Channel callee, Inbox inbox, HangupKeys keys) {
    this.pbx = pbx;
    this.caller = caller;
    this.callee = callee;
    this.inbox = inbox;
    this.keys = keys;
  }

  /** Why they no longer talk. */
  public enum End {
    CALLER_GONE,
    /** The callee hung up or goes on elsewhere, or either pressed the key that ends it. */
    CALLEE_DONE,
    TIME_OVER
  }

  /** Connects the two and waits, on the caller's thread; then parts them, hanging up nobody. */
  public End talk(Deadline deadline) throws InterruptedException {
    enter(caller);
    enter(callee);
    Relay.connect(caller.leg().media(), callee.leg().media());
    try {
      return untilOver(deadline);
    } finally {
      Relay.disconnect(caller.leg().media(), callee.leg().media());
      leave(callee);
      leave(caller);
    }
  }

  private End untilOver(Deadline deadline) throws InterruptedException {
    while (true) {
      Inbox.Delivery delivery = inbox.await(deadline);
      if (delivery == null) {
        return End.TIME_OVER;
      }
      Channel from = delivery.channel();
      if (from != caller && from != callee) {
        continue; // the last words of a phone that was called as well
      }
      Channel other = from == caller ? callee : caller;
      switch (delivery.signal()) {
        case Signal.HungUp ignored -> {
          return from == caller ? End.CALLER_GONE : End.CALLEE_DONE;
        }
        case Signal.Held() -> other.leg().hold();
        case Signal.Resumed() -> other.leg().resume();
        case Signal.Digit(char digit) -> {
          if (keys.ends(from, caller, digit)) {
            return End.CALLEE_DONE;
          }
        }
        case Signal.Redirected() -> {
          if (caller.isRedirected()) {
            return End.CALLER_GONE;
          }
          if (callee.isRedirected()) {
            return End.CALLEE_DONE;
          }
        }
        case Signal.Proceeding(), Signal.Ringing(), Signal.Progress(), Signal.Answered() -> {}
        case Signal.Forwarded ignored -> {}
      }
    }
  }

  private void enter(Channel channel) {
    channel.enter(id);
    pbx.publish(new CallEvent.BridgeEntered(channel, id));
  }

  private void leave(Channel channel) {
    channel.enter(null);
    pbx.publish(new CallEvent.BridgeLeft(channel, id));
  }
}
