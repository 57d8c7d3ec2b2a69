package org.ara.pbx.application.flow;

import java.util.Optional;
import org.ara.pbx.Description;
import org.ara.pbx.Routes;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Call;
import org.ara.pbx.application.Outcome;

/** Goes on somewhere else where a condition holds. */
public final class GotoIf implements Application {

  private final Targets targets;

  public GotoIf(Routes routes) {
    this.targets = new Targets(routes);
  }

  @Override
  public Description description() {
    return new Description(
        "GotoIf",
        "Goes on at another place of the dialplan, depending on a condition",
        "GotoIf(condition?[target if it holds]:[target if not])",
        "Targets are those of Goto; without one the next priority follows.");
  }

  @Override
  public Outcome run(Call call, String arguments) {
    Optional<String> target = Branches.choose(call, arguments).filter(branch -> !branch.isEmpty());
    if (target.isEmpty()) {
      return Outcome.NEXT;
    }
    return targets.find(call, target.get()).<Outcome>map(Outcome.Jump::new).orElse(Outcome.END);
  }
}
