package org.ara.pbx.application.flow;

import org.ara.pbx.Description;
import org.ara.pbx.HungUpException;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Applications;
import org.ara.pbx.application.Call;
import org.ara.pbx.application.Outcome;

/** Runs an application whose name is only known then. */
public final class Exec implements Application {

  private final Applications applications;

  public Exec(Applications applications) {
    this.applications = applications;
  }

  @Override
  public Description description() {
    return new Description(
        "Exec",
        "Runs an application that is named by a text",
        "Exec(application(arguments))",
        "Goes on as that application does. If there is none of that name the call ends.");
  }

  @Override
  public Outcome run(Call call, String arguments) throws HungUpException {
    return arguments.isBlank()
        ? Outcome.NEXT
        : Execution.parse(arguments.strip()).run(call, applications);
  }
}
