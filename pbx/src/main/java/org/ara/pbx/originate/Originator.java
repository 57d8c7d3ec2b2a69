package org.ara.pbx.originate;

import java.util.List;
import java.util.Optional;
import org.ara.config.Origin;
import org.ara.pbx.Admission;
import org.ara.pbx.CallEvent;
import org.ara.pbx.Channel;
import org.ara.pbx.ChannelDriver;
import org.ara.pbx.Deadline;
import org.ara.pbx.DialRequest;
import org.ara.pbx.HangupCause;
import org.ara.pbx.HungUpException;
import org.ara.pbx.Location;
import org.ara.pbx.Pbx;
import org.ara.pbx.Running;
import org.ara.pbx.Signal;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Applications;
import org.ara.pbx.application.Call;
import org.ara.pbx.application.Outcome;
import org.ara.pbx.dialplan.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins calls: rings somebody and, once they answer, has their channel run what was asked for. */
public final class Originator {

  private static final Logger LOG = LoggerFactory.getLogger(Originator.class);
  private static final Running OUTGOING = new Running("AppDial2", "(Outgoing Line)");

  private final Pbx pbx;
  private final Applications applications;

  public Originator(Pbx pbx, Applications applications) {
    this.pbx = pbx;
    this.applications = applications;
  }

  /**
   * How a call began.
   *
   * @param answered whether they answered and run what was asked for
   * @param channel the channel's name, if there was one
   * @param uniqueId the channel's unique id, if there was one
   * @param reason as the manager interface numbers it: 0 failed, 1 hung up, 3 rang in vain, 4
   *     answered, 5 busy, 8 congestion
   */
  public record Result(
      boolean answered, Optional<String> channel, Optional<String> uniqueId, int reason) {}

  /** Calls, and returns once that was answered or has failed. */
  public Result call(Origination wanted) {
    try (Admission.Entry door = pbx.admission().enter()) {
      if (door.refusal().isPresent()) {
        LOG.warn("cannot call {}: {}", wanted.resource(), door.refusal().get());
        return new Result(false, Optional.empty(), Optional.empty(), 8);
      }
    }
    Optional<ChannelDriver> driver = pbx.driver(wanted.technology());
    if (driver.isEmpty()) {
      LOG.warn("cannot call: there is no channel technology '{}'", wanted.technology());
      return new Result(false, Optional.empty(), Optional.empty(), 0);
    }
    DialRequest request =
        new DialRequest(wanted.resource(), null, wanted.callerId(), List.of(), wanted.variables());
    return switch (driver.get().request(request)) {
      case ChannelDriver.Requested.Refused(HangupCause cause, String reason) -> {
        LOG.warn("cannot call: {}", reason);
        yield new Result(false, Optional.empty(), Optional.empty(), 0);
      }
      case ChannelDriver.Requested.Ready(Channel channel) -> ring(channel, wanted);
    };
  }

  private Result ring(Channel channel, Origination wanted) {
    channel.show(OUTGOING);
    wanted.variables().forEach(channel.variables()::set);
    pbx.publish(new CallEvent.DialBegun(null, channel, wanted.resource()));
    channel.leg().call();
    try {
      if (awaitAnswer(channel, Deadline.in(wanted.timeout()))) {
        pbx.publish(new CallEvent.DialEnded(null, channel, "ANSWER"));
        channel.identify(
            wanted.callerId().equals(org.ara.pbx.CallerId.UNKNOWN)
                ? channel.callerId()
                : wanted.callerId());
        start(channel, wanted.then());
        return result(channel, true, 4);
      }
      channel.hangUp(HangupCause.NO_ANSWER);
      pbx.publish(new CallEvent.DialEnded(null, channel, "NOANSWER"));
      return result(channel, false, 3);
    } catch (HungUpException e) {
      channel.hangUp(HangupCause.NORMAL_CLEARING);
      String status = channel.hangupCause() == HangupCause.USER_BUSY ? "BUSY" : "CONGESTION";
      pbx.publish(new CallEvent.DialEnded(null, channel, status));
      return result(channel, false, reason(channel.hangupCause()));
    }
  }

  private static boolean awaitAnswer(Channel channel, Deadline deadline) throws HungUpException {
    Signal signal = channel.await(deadline);
    while (signal != null && !(signal instanceof Signal.Answered)) {
      signal = channel.await(deadline);
    }
    return signal != null;
  }

  private void start(Channel channel, Origination.Then then) {
    switch (then) {
      case Origination.Then.Dialplan(Location place) -> pbx.run(channel, place);
      case Origination.Then.Application(String name, String data) ->
          pbx.run(channel, it -> apply(it, name, data));
    }
  }

  private void apply(Channel channel, String name, String data) {
    Optional<Application> application = applications.named(name);
    if (application.isEmpty()) {
      LOG.warn("{}: there is no application '{}'", channel, name);
      return;
    }
    Location place = new Location("default", "s", 1);
    Running running = new Running(application.get().description().name(), data);
    channel.move(place);
    channel.show(running);
    pbx.publish(new CallEvent.StepStarted(channel, place, running));
    try {
      Outcome unused =
          application
              .get()
              .run(
                  new Call(channel, new Step("s", 1, "", name, data, Origin.BUILT_IN), place),
                  data);
    } catch (HungUpException e) {
      LOG.debug("{}: hung up in {}", channel, name);
    }
  }

  private static Result result(Channel channel, boolean answered, int reason) {
    return new Result(
        answered, Optional.of(channel.name()), Optional.of(channel.uniqueId()), reason);
  }

  private static int reason(HangupCause cause) {
    return switch (cause) {
      case USER_BUSY -> 5;
      case NO_ANSWER, NO_USER_RESPONSE -> 3;
      case CONGESTION, CALL_REJECTED -> 8;
      case NORMAL_CLEARING -> 1;
      default -> 0;
    };
  }
}
