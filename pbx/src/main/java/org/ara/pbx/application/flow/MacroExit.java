package org.ara.pbx.application.flow;

import org.ara.pbx.Description;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Call;
import org.ara.pbx.application.Outcome;

/** Leaves a macro before its end. */
public final class MacroExit implements Application {

  @Override
  public Description description() {
    return new Description(
        "MacroExit", "Leaves a macro before its end", "MacroExit()", "Goes on after the Macro.");
  }

  @Override
  public Outcome run(Call call, String arguments) {
    return call.channel()
        .variables()
        .leave(call.location().context())
        .<Outcome>map(Outcome.Jump::new)
        .orElseGet(
            () -> {
              call.warn("this is no macro");
              return Outcome.NEXT;
            });
  }
}
