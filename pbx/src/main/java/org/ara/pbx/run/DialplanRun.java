package org.ara.pbx.run;

import java.util.Optional;
import org.ara.pbx.Channel;
import org.ara.pbx.HangupCause;
import org.ara.pbx.HungUpException;
import org.ara.pbx.Location;
import org.ara.pbx.Routes;
import org.ara.pbx.application.Outcome;
import org.ara.pbx.dialplan.MatchMode;
import org.ara.pbx.dialplan.Step;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One channel's way through the dialplan. Every step is looked up afresh; what a database said of
 * an extension is remembered until the channel starts that extension again.
 */
final class DialplanRun {

  private static final Logger LOG = LoggerFactory.getLogger(DialplanRun.class);

  private final Channel channel;
  private final Routes routes;
  private final StepRunner steps;
  private final WayOn wayOn;

  DialplanRun(Channel channel, Routes routes, StepRunner steps) {
    this.channel = channel;
    this.routes = routes;
    this.steps = steps;
    this.wayOn = new WayOn(channel, routes);
  }

  void run() {
    do {
      try {
        while (!channel.isOver() && !channel.isRedirected() && step(place())) {
          // each step says whether there is another
        }
      } catch (HungUpException e) {
        LOG.debug("{}: left off at {}", channel, place());
      }
    } while (goesOnElsewhere());
    channel.finish();
    runHangupExtension();
  }

  /** Whether somebody sent the channel to another place, where it is now. */
  private boolean goesOnElsewhere() {
    if (!channel.isOver()) {
      channel.takeDiversion().ifPresent(work -> work.accept(channel));
    }
    Optional<Location> to = channel.isOver() ? Optional.empty() : channel.takeRedirection();
    to.ifPresent(channel::move);
    return to.isPresent();
  }

  private boolean step(Location at) throws HungUpException {
    if (at.priority() == 1) {
      channel.memory().begin(at.extension());
    }
    return switch (find(at)) {
      case Lookup.Found<Step>(Step step) -> follow(steps.run(channel, step, at), at);
      case Lookup.Absent<Step>() -> {
        Optional<Location> caller = channel.variables().leave(at.context());
        yield follow(
            caller.isPresent() ? new Outcome.Jump(caller.get()) : wayOn.afterLastPriority(at), at);
      }
      case Lookup.Unavailable<Step>(Outage outage) -> giveUp(at, outage);
    };
  }

  private boolean follow(Outcome outcome, Location at) throws HungUpException {
    switch (outcome) {
      case Outcome.Next() -> channel.move(at.at(at.priority() + 1));
      case Outcome.Jump(Location to) -> channel.move(to);
      case Outcome.Dialled(char digit) -> {
        return follow(wayOn.afterDigit(at, digit), at);
      }
      case Outcome.End() -> {
        return false;
      }
    }
    return true;
  }

  private boolean giveUp(Location at, Outage outage) {
    LOG.warn("{}: call ends at {}: {}", channel, at, outage.message());
    channel.blame(HangupCause.TEMPORARY_FAILURE);
    return false;
  }

  /** Extension {@code h} runs on the dead channel and can no longer wait for anything. */
  private void runHangupExtension() {
    Location h = place().start("h");
    if (!(find(h) instanceof Lookup.Found<Step>)) {
      return;
    }
    channel.move(h);
    try {
      boolean more = true;
      while (more) {
        Location at = place();
        more =
            find(at) instanceof Lookup.Found<Step>(Step step)
                && follow(steps.run(channel, step, at), at);
      }
    } catch (HungUpException e) {
      LOG.debug("{}: extension h ended at {}, which would have waited", channel, place());
    }
  }

  private Lookup<Step> find(Location at) {
    return routes.find(at, channel.callerId().number(), MatchMode.MATCH, channel);
  }

  private Location place() {
    return channel
        .location()
        .orElseThrow(() -> new IllegalStateException(channel + " was run without a location"));
  }
}
