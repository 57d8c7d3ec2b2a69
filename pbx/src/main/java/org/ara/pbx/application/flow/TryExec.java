package org.ara.pbx.application.flow;

import org.ara.pbx.Description;
import org.ara.pbx.HungUpException;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Applications;
import org.ara.pbx.application.Call;
import org.ara.pbx.application.Outcome;

/** Runs an application and goes on whatever comes of it. */
public final class TryExec implements Application {

  private static final String STATUS = "TRYSTATUS";

  private final Applications applications;

  public TryExec(Applications applications) {
    this.applications = applications;
  }

  @Override
  public Description description() {
    return new Description(
        "TryExec",
        "Runs an application and goes on whatever comes of it",
        "TryExec(application(arguments))",
        "Sets TRYSTATUS to SUCCESS, to FAILED if the application would have ended the call, or to"
            + " NOAPP if there is none of that name. A caller who hangs up ends the call all the"
            + " same.");
  }

  @Override
  public Outcome run(Call call, String arguments) throws HungUpException {
    Execution execution = Execution.parse(arguments.strip());
    if (applications.named(execution.name()).isEmpty()) {
      call.set(STATUS, "NOAPP");
      return Outcome.NEXT;
    }
    Outcome outcome = execution.run(call, applications);
    boolean failed = outcome instanceof Outcome.End;
    call.set(STATUS, failed ? "FAILED" : "SUCCESS");
    return failed ? Outcome.NEXT : outcome;
  }
}
