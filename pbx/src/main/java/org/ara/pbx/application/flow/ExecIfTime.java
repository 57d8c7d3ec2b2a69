package org.ara.pbx.application.flow;

import java.time.Clock;
import org.ara.pbx.Description;
import org.ara.pbx.HungUpException;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Applications;
import org.ara.pbx.application.Call;
import org.ara.pbx.application.Outcome;

/** Runs an application at some times. */
public final class ExecIfTime implements Application {

  private final Applications applications;
  private final Times times;

  public ExecIfTime(Applications applications, Clock clock) {
    this.applications = applications;
    this.times = new Times(clock);
  }

  @Override
  public Description description() {
    return new Description(
        "ExecIfTime",
        "Runs an application, depending on the time",
        "ExecIfTime(times,weekdays,mdays,months[,timezone]?application(arguments))",
        "The fields are those of include. Goes on as the application it ran does.");
  }

  @Override
  public Outcome run(Call call, String arguments) throws HungUpException {
    if (!times.holds(call, arguments).orElse(false)) {
      return Outcome.NEXT;
    }
    String application = arguments.substring(arguments.indexOf('?') + 1);
    return Execution.parse(application.strip()).run(call, applications);
  }
}
