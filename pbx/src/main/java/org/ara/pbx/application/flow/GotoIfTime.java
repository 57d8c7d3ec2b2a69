package org.ara.pbx.application.flow;

import java.time.Clock;
import java.util.Optional;
import org.ara.pbx.Description;
import org.ara.pbx.Routes;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Call;
import org.ara.pbx.application.Outcome;

/** Goes on somewhere else at some times. */
public final class GotoIfTime implements Application {

  private final Targets targets;
  private final Times times;

  public GotoIfTime(Routes routes, Clock clock) {
    this.targets = new Targets(routes);
    this.times = new Times(clock);
  }

  @Override
  public Description description() {
    return new Description(
        "GotoIfTime",
        "Goes on at another place of the dialplan, depending on the time",
        "GotoIfTime(times,weekdays,mdays,months[,timezone]?[target]:[target])",
        "The fields are those of include: 9:00-17:00,mon-fri,*,*. An empty target goes on with the"
            + " next step. The variable TESTTIME, in seconds since 1970, stands in for the time of"
            + " the clock.");
  }

  @Override
  public Outcome run(Call call, String arguments) {
    Optional<String> branch =
        times.holds(call, arguments).map(holds -> Branches.of(arguments, holds));
    return branch.isEmpty() || branch.get().isEmpty()
        ? Outcome.NEXT
        : targets.find(call, branch.get()).<Outcome>map(Outcome.Jump::new).orElse(Outcome.END);
  }
}
