package org.ara.pbx.application.flow;

import org.ara.pbx.Description;
import org.ara.pbx.Routes;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Call;
import org.ara.pbx.application.Outcome;

/** Goes on somewhere else. */
public final class Goto implements Application {

  private final Targets targets;

  public Goto(Routes routes) {
    this.targets = new Targets(routes);
  }

  @Override
  public Description description() {
    return new Description(
        "Goto",
        "Goes on at another place of the dialplan",
        "Goto([[context,]extension,]priority)",
        "The priority is a number, a label, or a number relative to this step: +2, -1. A number is"
            + " not checked before going there.");
  }

  @Override
  public Outcome run(Call call, String arguments) {
    return targets.find(call, arguments).<Outcome>map(Outcome.Jump::new).orElse(Outcome.END);
  }
}
