package org.ara.pbx.dial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ara.pbx.CallEvent;
import org.ara.pbx.Channel;
import org.ara.pbx.ChannelDriver;
import org.ara.pbx.Deadline;
import org.ara.pbx.DialRequest;
import org.ara.pbx.HangupCause;
import org.ara.pbx.Inbox;
import org.ara.pbx.Location;
import org.ara.pbx.Pbx;
import org.ara.pbx.Running;
import org.ara.pbx.Signal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls several phones at once and waits for the first to answer. */
final class Attempt {

  private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);
  private static final Running OUTGOING = new Running("AppDial", "(Outgoing Line)");

  private final Pbx pbx;
  private final Channel caller;
  private final Inbox inbox;
  private final Comfort comfort;
  private final Map<Channel, Destination> ringing = new LinkedHashMap<>();
  private final List<HangupCause> causes = new ArrayList<>();

  /**
   * @param inbox gets the signals of the caller and of all phones
   */
  Attempt(Pbx pbx, Channel caller, Inbox inbox, Comfort comfort) {
    this.pbx = pbx;
    this.caller = caller;
    this.inbox = inbox;
    this.comfort = comfort;
  }

  /** Starts to call a phone, or notes why it cannot be called. */
  void call(Destination destination) {
    Optional<ChannelDriver> driver = pbx.driver(destination.technology());
    if (driver.isEmpty()) {
      LOG.warn(
          "{}: {} cannot be dialled: there is no channel technology '{}'",
          caller,
          destination,
          destination.technology());
      causes.add(HangupCause.NO_ROUTE_DESTINATION);
      return;
    }
    DialRequest request =
        new DialRequest(
            destination.resource(),
            caller,
            caller.callerId(),
            caller.leg().media().codecs(),
            caller.variables().inheritance());
    switch (driver.get().request(request)) {
      case ChannelDriver.Requested.Ready(Channel callee) -> start(callee, destination);
      case ChannelDriver.Requested.Refused(HangupCause cause, String reason) -> {
        LOG.warn("{}: {} cannot be dialled: {}", caller, destination, reason);
        causes.add(cause);
      }
    }
  }

  private void start(Channel callee, Destination destination) {
    caller.variables().inheritance().forEach(callee.variables()::set);
    callee.speak(caller.language());
    callee.show(OUTGOING);
    callee.link(caller);
    callee.deliverTo(inbox);
    ringing.put(callee, destination);
    pbx.publish(new CallEvent.DialBegun(caller, callee, destination.resource()));
    callee.leg().call();
  }

  /** Waits for the first answer. Phones that lost are hung up when this returns, the winner not. */
  Ringing await(Deadline timeout) throws InterruptedException {
    Ringing result = new Ringing.CallerGone();
    try {
      comfort.begin();
      result = firstResult(timeout);
      return result;
    } finally {
      comfort.end();
      DialStatus status =
          switch (result) {
            case Ringing.TimedOut() -> DialStatus.NOANSWER;
            case Ringing.Answered ignored -> DialStatus.CANCEL;
            case Ringing.Failed ignored -> DialStatus.CANCEL;
            case Ringing.CallerGone() -> DialStatus.CANCEL;
          };
      ringing.keySet().forEach(loser -> drop(loser, status));
    }
  }

  private Ringing firstResult(Deadline timeout) throws InterruptedException {
    while (!ringing.isEmpty()) {
      Inbox.Delivery delivery = inbox.await(timeout.orEarlier(comfort.due()));
      if (delivery != null && delivery.channel() == caller) {
        if (delivery.signal() instanceof Signal.HungUp || caller.isRedirected()) {
          return new Ringing.CallerGone();
        }
      } else if (delivery != null) {
        Optional<Channel> answered = heed(delivery.channel(), delivery.signal());
        if (answered.isPresent()) {
          return new Ringing.Answered(answered.get());
        }
      } else if (timeout.isOver()) {
        return new Ringing.TimedOut();
      }
      comfort.play();
    }
    return new Ringing.Failed(List.copyOf(causes));
  }

  /** Takes in what a phone did; the phone if it answered. */
  private Optional<Channel> heed(Channel callee, Signal signal) {
    switch (signal) {
      case Signal.Proceeding() -> {
        progressed(callee, "PROCEEDING");
        comfort.proceeding();
      }
      case Signal.Ringing() -> {
        progressed(callee, "RINGING");
        comfort.ringing();
      }
      case Signal.Progress() -> {
        progressed(callee, "PROGRESS");
        comfort.progress(callee);
      }
      case Signal.Answered() -> {
        ringing.remove(callee);
        pbx.publish(new CallEvent.DialEnded(caller, callee, DialStatus.ANSWER.name()));
        return Optional.of(callee);
      }
      case Signal.Forwarded(String number) -> forward(callee, number);
      case Signal.HungUp ignored when !ringing.containsKey(callee) -> {}
      case Signal.HungUp(HangupCause cause) -> {
        ringing.remove(callee);
        causes.add(cause);
        String status = DialStatus.of(List.of(cause)).name();
        pbx.publish(new CallEvent.DialEnded(caller, callee, status));
      }
      case Signal.Held(), Signal.Resumed(), Signal.Redirected() -> {}
      case Signal.Digit ignored -> {}
    }
    return Optional.empty();
  }

  /** Calls another number instead, where the caller's calls are looked for. */
  private void forward(Channel callee, String number) {
    ringing.remove(callee);
    callee.deliverHome();
    pbx.publish(new CallEvent.DialEnded(caller, callee, "FORWARD"));
    String chosen = caller.variables().get("FORWARD_CONTEXT");
    String context =
        chosen == null || chosen.isEmpty()
            ? caller.location().map(Location::context).orElse("default")
            : chosen;
    LOG.info("{}: {} forwards the call to {}@{}", caller, callee, number, context);
    call(new Destination("Local", number + "@" + context));
  }

  private void progressed(Channel callee, String status) {
    pbx.publish(new CallEvent.DialProgressed(caller, callee, status));
  }

  private void drop(Channel loser, DialStatus status) {
    loser.deliverHome();
    loser.hangUp(HangupCause.NORMAL_CLEARING);
    pbx.publish(new CallEvent.DialEnded(caller, loser, status.name()));
  }

  /** Which destination a phone was called as. */
  static String numberOf(Channel callee) {
    return callee.peerName().substring(callee.technology().length() + 1);
  }
}
