package org.ara.pbx.application.keys;

import java.time.Duration;
import java.util.Optional;
import org.ara.pbx.Deadline;
import org.ara.pbx.Description;
import org.ara.pbx.HungUpException;
import org.ara.pbx.Location;
import org.ara.pbx.Routes;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Call;
import org.ara.pbx.application.Outcome;
import org.ara.pbx.dialplan.Arguments;
import org.ara.pbx.dialplan.MatchMode;
import org.ara.pbx.dialplan.Seconds;
import org.ara.pbx.dialplan.Step;
import org.ara.pbx.function.Exceptional;
import org.ara.pbx.function.Timeouts;
import org.ara.realtime.Lookup;

/** Waits for the caller to dial an extension. */
public final class WaitExten implements Application {

  private final Routes routes;

  public WaitExten(Routes routes) {
    this.routes = routes;
  }

  @Override
  public Description description() {
    return new Description(
        "WaitExten",
        "Waits for the caller to dial an extension",
        "WaitExten([seconds])",
        "Without a time it waits as long as TIMEOUT(response) says. If nothing is dialled the call"
            + " goes on at the next step, or where there is none at extension t, or e, or ends.");
  }

  @Override
  public Outcome run(Call call, String arguments) throws HungUpException {
    Arguments split = Arguments.split(arguments, 2);
    String text = split.text(0).strip();
    Optional<Duration> time = Seconds.parse(text).filter(t -> !t.isZero());
    if (!text.isEmpty() && time.isEmpty()) {
      call.warn("'" + text + "' is not a time; TIMEOUT(response) holds");
    }
    if (!split.text(1).isBlank()) {
      call.warn("option '" + split.text(1) + "' has no effect: nothing is played meanwhile");
    }
    Character key =
        Prompts.key(call, Deadline.in(time.orElseGet(() -> Timeouts.response(call.channel()))));
    return key == null ? afterSilence(call) : new Outcome.Dialled(key);
  }

  private Outcome afterSilence(Call call) {
    Location here = call.location();
    if (exists(call, here.at(here.priority() + 1))) {
      return Outcome.NEXT;
    }
    if (exists(call, here.start("t"))) {
      return new Outcome.Jump(here.start("t"));
    }
    if (exists(call, here.start("e"))) {
      Exceptional.raise(call.channel(), "RESPONSETIMEOUT", here);
      return new Outcome.Jump(here.start("e"));
    }
    call.warn("nothing was dialled, and there is no next step, no extension t and no e");
    return Outcome.END;
  }

  private boolean exists(Call call, Location place) {
    String caller = call.channel().callerId().number();
    return routes.find(place, caller, MatchMode.MATCH, call.channel())
        instanceof Lookup.Found<Step>;
  }
}
