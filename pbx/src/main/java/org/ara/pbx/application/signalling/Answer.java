package org.ara.pbx.application.signalling;

import java.time.Duration;
import java.util.Optional;
import org.ara.pbx.Description;
import org.ara.pbx.HungUpException;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Call;
import org.ara.pbx.application.Outcome;
import org.ara.pbx.dialplan.Arguments;

/** Answers the call if that has not happened yet, then waits the given milliseconds. */
public final class Answer implements Application {

  @Override
  public Description description() {
    return new Description(
        "Answer",
        "Answers a call that rings",
        "Answer([milliseconds[,i]])",
        "Does nothing to a call that is answered. Waits the milliseconds after answering.");
  }

  @Override
  public Outcome run(Call call, String arguments) throws HungUpException {
    String millis = Arguments.split(arguments, 2).text(0).strip();
    call.channel().answer();
    if (!millis.isEmpty()) {
      Optional<Duration> time = milliseconds(millis);
      if (time.isEmpty()) {
        call.warn("'" + millis + "' is not a number of milliseconds; not waiting");
      } else {
        call.pause(time.get());
      }
    }
    return Outcome.NEXT;
  }

  private static Optional<Duration> milliseconds(String text) {
    try {
      int millis = Integer.parseInt(text);
      return millis < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
