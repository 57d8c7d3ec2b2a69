package org.ara.pbx.application.signalling;

import java.util.Optional;
import org.ara.pbx.Description;
import org.ara.pbx.HangupCause;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Call;
import org.ara.pbx.application.Outcome;

/** Ends the call. */
public final class Hangup implements Application {

  @Override
  public Description description() {
    return new Description(
        "Hangup",
        "Hangs up",
        "Hangup([cause])",
        "The cause is a Q.850 number or a name such as BUSY; without one it is the cause that a"
            + " Dial before it left, else 16.");
  }

  @Override
  public Outcome run(Call call, String arguments) {
    String wanted = arguments.strip();
    if (!wanted.isEmpty()) {
      Optional<HangupCause> cause = HangupCause.named(wanted);
      cause.ifPresentOrElse(
          call.channel()::blame,
          () -> call.warn("'" + wanted + "' is not a hangup cause that is known here"));
    }
    return Outcome.END;
  }
}
