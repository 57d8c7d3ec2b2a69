package org.ara.pbx.application.text;

import org.ara.pbx.Description;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Call;
import org.ara.pbx.application.Outcome;

/** Does nothing; its text shows in the log of steps. */
public final class NoOp implements Application {

  @Override
  public Description description() {
    return new Description(
        "NoOp", "Does nothing", "NoOp([text])", "The text can be seen where steps are logged.");
  }

  @Override
  public Outcome run(Call call, String arguments) {
    return Outcome.NEXT;
  }
}
