package org.ara.sip;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ara.config.Origin;
import org.ara.pbx.Channel;
import org.ara.pbx.Deadline;
import org.ara.pbx.Exchange;
import org.ara.pbx.HangupCause;
import org.ara.pbx.HungUpException;
import org.ara.pbx.Location;
import org.ara.pbx.Pbx;
import org.ara.pbx.Routes;
import org.ara.pbx.Signal;
import org.ara.pbx.dialplan.MatchMode;
import org.ara.pbx.dialplan.Step;
import org.ara.realtime.Lookup;
import org.jspecify.annotations.Nullable;

/**
 * The real core with a dialplan of three numbers: 600 answers and echoes, 503 is congested, 700
 * rings; 7 could become 700.
 */
final class TestExchange {

  final List<Signal> heard = new CopyOnWriteArrayList<>();
  private final Exchange exchange =
      new Exchange("", InstantSource.system(), new Numbers(), (channel, _) -> run(channel));

  Pbx pbx() {
    return exchange;
  }

  private void run(Channel channel) {
    switch (channel.location().orElseThrow().extension()) {
      case "600" -> {
        channel.answer();
        channel.leg().media().receiver(frame -> channel.leg().media().send(frame));
      }
      case "503" -> channel.hangUp(HangupCause.CONGESTION);
      default -> channel.ringing();
    }
    try {
      while (true) {
        Signal signal = channel.await(Deadline.in(Duration.ofMinutes(1)));
        if (signal != null) {
          heard.add(signal);
        }
      }
    } catch (HungUpException over) {
      heard.add(new Signal.HungUp(channel.hangupCause()));
    }
  }

  private static final class Numbers implements Routes {
    @Override
    public Lookup<Step> find(
        Location where, String callerNumber, MatchMode mode, @Nullable Channel channel) {
      String number = where.extension();
      boolean hit =
          mode == MatchMode.MATCH
              ? List.of("600", "503", "700").contains(number)
              : "700".startsWith(number) && number.length() < 3;
      return hit
          ? new Lookup.Found<>(new Step(number, 1, "", "NoOp", "", Origin.BUILT_IN))
          : new Lookup.Absent<>();
    }

    @Override
    public Lookup<Integer> findLabel(
        String context, String extension, String label, String callerNumber, Channel channel) {
      return new Lookup.Absent<>();
    }

    @Override
    public boolean autofallthrough() {
      return true;
    }
  }
}
