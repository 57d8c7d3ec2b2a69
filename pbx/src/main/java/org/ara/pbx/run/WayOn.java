package org.ara.pbx.run;

import org.ara.pbx.Channel;
import org.ara.pbx.HangupCause;
import org.ara.pbx.HungUpException;
import org.ara.pbx.Location;
import org.ara.pbx.Routes;
import org.ara.pbx.application.Outcome;
import org.ara.pbx.dialplan.MatchMode;
import org.ara.pbx.dialplan.Step;
import org.ara.pbx.function.Exceptional;
import org.ara.pbx.media.Farewell;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a channel goes on when its extension has no next priority, or a digit was dialled. */
final class WayOn {

  private static final Logger LOG = LoggerFactory.getLogger(WayOn.class);

  private final Channel channel;
  private final Routes routes;

  WayOn(Channel channel, Routes routes) {
    this.channel = channel;
    this.routes = routes;
  }

  Outcome afterLastPriority(Location at) throws HungUpException {
    return switch (find(at.at(1), MatchMode.MATCH)) {
      case Lookup.Absent<Step>() -> invalid(at, at.extension());
      case Lookup.Found<Step> ignored when routes.autofallthrough() -> fallThrough(at);
      case Lookup.Found<Step> ignored -> collect(at, "");
      case Lookup.Unavailable<Step>(Outage outage) -> unavailable(at, outage);
    };
  }

  Outcome afterDigit(Location at, char digit) throws HungUpException {
    return collect(at, String.valueOf(digit));
  }

  private Outcome fallThrough(Location at) throws HungUpException {
    LOG.debug("{}: no more priorities at {}", channel, at);
    String status = channel.variables().get("DIALSTATUS");
    switch (status == null ? "" : status) {
      case "BUSY" -> Farewell.BUSY.play(channel);
      case "CONGESTION", "CHANUNAVAIL" -> Farewell.CONGESTION.play(channel);
      default -> {}
    }
    return Outcome.END;
  }

  private Outcome collect(Location at, String first) throws HungUpException {
    String digits = new DigitCollector(channel, routes, at.context()).collect(first);
    if (digits.isEmpty()) {
      return special(at, "t", "RESPONSETIMEOUT");
    }
    return switch (find(at.start(digits), MatchMode.MATCH)) {
      case Lookup.Found<Step> ignored -> new Outcome.Jump(at.start(digits));
      case Lookup.Absent<Step>() -> invalid(at, digits);
      case Lookup.Unavailable<Step>(Outage outage) -> unavailable(at, outage);
    };
  }

  private Outcome invalid(Location at, String dialled) {
    channel.variables().set("INVALID_EXTEN", dialled);
    return special(at, "i", "INVALID");
  }

  private Outcome special(Location at, String extension, String reason) {
    if (exists(at.start(extension))) {
      return new Outcome.Jump(at.start(extension));
    }
    if (exists(at.start("e"))) {
      Exceptional.raise(channel, reason, at);
      return new Outcome.Jump(at.start("e"));
    }
    LOG.warn(
        "{}: call ends: {} cannot go on ({}) and context '{}' has neither extension '{}' nor 'e'",
        channel,
        at,
        reason,
        at.context(),
        extension);
    return Outcome.END;
  }

  private Outcome unavailable(Location at, Outage outage) {
    LOG.warn("{}: call ends at {}: {}", channel, at, outage.message());
    channel.blame(HangupCause.TEMPORARY_FAILURE);
    return Outcome.END;
  }

  private boolean exists(Location place) {
    return find(place, MatchMode.MATCH) instanceof Lookup.Found<Step>;
  }

  private Lookup<Step> find(Location place, MatchMode mode) {
    return routes.find(place, channel.callerId().number(), mode, channel);
  }
}
