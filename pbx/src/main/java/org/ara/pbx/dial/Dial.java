package org.ara.pbx.dial;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ara.pbx.Channel;
import org.ara.pbx.Deadline;
import org.ara.pbx.Description;
import org.ara.pbx.HangupCause;
import org.ara.pbx.HungUpException;
import org.ara.pbx.Inbox;
import org.ara.pbx.Location;
import org.ara.pbx.Pbx;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Call;
import org.ara.pbx.application.Outcome;
import org.ara.pbx.bridge.Bridge;
import org.ara.pbx.dialplan.Arguments;
import org.ara.pbx.dialplan.Seconds;

/** Calls phones and connects the caller with the first that answers. */
public final class Dial implements Application {

  private final Pbx pbx;

  public Dial(Pbx pbx) {
    this.pbx = pbx;
  }

  @Override
  public Description description() {
    return new Description(
        "Dial",
        "Calls one or several phones and connects the first that answers",
        "Dial(technology/resource[&technology/resource...][,timeout[,options]])",
        """
        Waits for the timeout in seconds, else until the caller hangs up. Sets DIALSTATUS to
        ANSWER, BUSY, CONGESTION, CHANUNAVAIL, NOANSWER, CANCEL or INVALIDARGS, and
        DIALEDPEERNAME, DIALEDPEERNUMBER, DIALEDTIME, ANSWEREDTIME, DIALEDTIME_MS,
        ANSWEREDTIME_MS and HANGUPCAUSE. Options:
        g: the dialplan goes on after the callee hung up.
        r: the caller hears ringing, whatever the callee sends.
        h, H: the callee, the caller may hang up by pressing *.
        S(seconds): an answered call ends after that time.""");
  }

  @Override
  public Outcome run(Call call, String arguments) throws HungUpException {
    Timing timing = new Timing(call);
    timing.begin();
    Arguments split = Arguments.split(arguments, 4);
    Optional<DialOptions> options = DialOptions.parse(call, split.text(2));
    if (options.isEmpty()) {
      call.set("DIALSTATUS", DialStatus.INVALIDARGS.name());
      return Outcome.NEXT;
    }
    if (call.channel().isOver()) {
      throw new HungUpException(call.channel());
    }
    List<Destination> destinations = Destination.parse(call, split.text(0));
    Deadline timeout = timeout(call, split.text(1).strip());
    Inbox inbox = new Inbox();
    call.channel().deliverTo(inbox);
    try {
      return dial(call, destinations, timeout, options.get(), inbox, timing);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HungUpException(call.channel());
    } finally {
      call.channel().deliverHome();
      timing.end();
    }
  }

  private Outcome dial(
      Call call,
      List<Destination> destinations,
      Deadline timeout,
      DialOptions options,
      Inbox inbox,
      Timing timing)
      throws InterruptedException {
    Channel caller = call.channel();
    caller.blame(HangupCause.NOT_DEFINED);
    Comfort comfort = new Comfort(caller, destinations.size() == 1, options.fakeRinging());
    Attempt attempt = new Attempt(pbx, caller, inbox, comfort);
    destinations.forEach(attempt::call);
    return switch (attempt.await(timeout)) {
      case Ringing.Answered(Channel callee) -> talk(call, callee, options, inbox, timing);
      case Ringing.Failed(List<HangupCause> causes) -> {
        DialStatus status = DialStatus.of(causes);
        yield giveUp(call, status, status.decisive(causes));
      }
      case Ringing.TimedOut() -> giveUp(call, DialStatus.NOANSWER, HangupCause.NO_ANSWER);
      case Ringing.CallerGone() -> {
        call.set("DIALSTATUS", DialStatus.CANCEL.name());
        yield Outcome.END;
      }
    };
  }

  private static Outcome giveUp(Call call, DialStatus status, HangupCause cause) {
    call.set("DIALSTATUS", status.name());
    call.channel().blame(cause);
    return Outcome.NEXT;
  }

  private Outcome talk(Call call, Channel callee, DialOptions options, Inbox inbox, Timing timing)
      throws InterruptedException {
    Channel caller = call.channel();
    call.set("DIALSTATUS", DialStatus.ANSWER.name());
    call.set("DIALEDPEERNAME", callee.name());
    call.set("DIALEDPEERNUMBER", Attempt.numberOf(callee));
    try {
      caller.answer();
      timing.answered();
      Bridge bridge = new Bridge(pbx, caller, callee, inbox, options.keys());
      Bridge.End end = bridge.talk(options.talkUntil());
      caller.blame(callee.isGone() ? callee.hangupCause() : HangupCause.NORMAL_CLEARING);
      return end != Bridge.End.CALLER_GONE && options.goOn() ? Outcome.NEXT : Outcome.END;
    } finally {
      callee.deliverHome();
      partWith(callee);
    }
  }

  /** Hangs the callee up, unless somebody sent it to another place of the dialplan. */
  private void partWith(Channel callee) {
    Optional<Consumer<Channel>> work = callee.isOver() ? Optional.empty() : callee.takeDiversion();
    if (work.isPresent()) {
      pbx.run(callee, work.get());
      return;
    }
    Optional<Location> elsewhere = callee.isOver() ? Optional.empty() : callee.takeRedirection();
    if (elsewhere.isPresent()) {
      pbx.run(callee, elsewhere.get());
    } else {
      callee.hangUp(HangupCause.NORMAL_CLEARING);
    }
  }

  private static Deadline timeout(Call call, String text) {
    if (text.isEmpty()) {
      return Deadline.NEVER;
    }
    Optional<Duration> time = Seconds.parse(text).filter(duration -> !duration.isZero());
    if (time.isEmpty()) {
      call.warn("'" + text + "' is not a time in seconds; dialling until the caller hangs up");
    }
    return time.map(Deadline::in).orElse(Deadline.NEVER);
  }
}
