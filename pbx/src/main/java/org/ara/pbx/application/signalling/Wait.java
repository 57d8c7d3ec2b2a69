package org.ara.pbx.application.signalling;

import java.time.Duration;
import java.util.Optional;
import org.ara.pbx.Description;
import org.ara.pbx.HungUpException;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Call;
import org.ara.pbx.application.Outcome;
import org.ara.pbx.dialplan.Seconds;

/** Lets time pass. */
public final class Wait implements Application {

  @Override
  public Description description() {
    return new Description(
        "Wait",
        "Waits",
        "Wait(seconds)",
        "The time may have a fraction, and a suffix h, m, s or ms. Keys are ignored meanwhile.");
  }

  @Override
  public Outcome run(Call call, String arguments) throws HungUpException {
    Optional<Duration> time = Seconds.parse(arguments);
    if (time.isEmpty()) {
      call.warn("'" + arguments + "' is not a time in seconds; not waiting");
    } else {
      call.pause(time.get());
    }
    return Outcome.NEXT;
  }
}
