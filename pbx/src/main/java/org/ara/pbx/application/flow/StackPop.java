package org.ara.pbx.application.flow;

import org.ara.pbx.Description;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Call;
import org.ara.pbx.application.Outcome;

/** Forgets that there is a Gosub to return from. */
public final class StackPop implements Application {

  @Override
  public Description description() {
    return new Description(
        "StackPop", "Forgets the last Gosub", "StackPop()", "Goes on here instead of returning.");
  }

  @Override
  public Outcome run(Call call, String arguments) {
    if (call.channel().variables().pop().isEmpty()) {
      call.warn("there is no Gosub to forget");
    }
    return Outcome.NEXT;
  }
}
