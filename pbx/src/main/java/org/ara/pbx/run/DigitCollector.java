package org.ara.pbx.run;

import org.ara.pbx.Channel;
import org.ara.pbx.Deadline;
import org.ara.pbx.HungUpException;
import org.ara.pbx.Location;
import org.ara.pbx.Routes;
import org.ara.pbx.Signal;
import org.ara.pbx.dialplan.MatchMode;
import org.ara.pbx.dialplan.Step;
import org.ara.pbx.function.Timeouts;
import org.ara.realtime.Lookup;

/** Collects the digits of an extension for as long as more digits could make another match. */
final class DigitCollector {

  private static final int MOST_DIGITS = 79;

  private final Channel channel;
  private final Routes routes;
  private final String context;

  DigitCollector(Channel channel, Routes routes, String context) {
    this.channel = channel;
    this.routes = routes;
    this.context = context;
  }

  /** What was dialled, starting with what is there already; empty if nothing came in time. */
  String collect(String first) throws HungUpException {
    StringBuilder digits = new StringBuilder(first);
    while (couldGoOn(digits)) {
      Deadline end =
          Deadline.in(digits.isEmpty() ? Timeouts.response(channel) : Timeouts.digit(channel));
      Signal signal = channel.await(end);
      while (signal != null && !(signal instanceof Signal.Digit)) {
        signal = channel.await(end);
      }
      if (!(signal instanceof Signal.Digit(char digit))) {
        break;
      }
      digits.append(digit);
    }
    return digits.toString();
  }

  private boolean couldGoOn(CharSequence digits) {
    if (digits.isEmpty()) {
      return true;
    }
    Location place = new Location(context, digits.toString(), 1);
    return digits.length() < MOST_DIGITS
        && routes.find(place, channel.callerId().number(), MatchMode.MATCH_MORE, channel)
            instanceof Lookup.Found<Step>;
  }
}
