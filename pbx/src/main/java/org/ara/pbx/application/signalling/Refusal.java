package org.ara.pbx.application.signalling;

import java.time.Duration;
import java.util.Optional;
import org.ara.pbx.Deadline;
import org.ara.pbx.Description;
import org.ara.pbx.HungUpException;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Call;
import org.ara.pbx.application.Outcome;
import org.ara.pbx.dialplan.Seconds;
import org.ara.pbx.media.Farewell;

/** Ends a call with a tone or, where the caller does not hear us, a cause: Busy, Congestion. */
public final class Refusal implements Application {

  private final Description description;
  private final Farewell farewell;

  private Refusal(String name, String synopsis, Farewell farewell) {
    this.description =
        new Description(
            name,
            synopsis,
            name + "([seconds])",
            "Plays the tone that long, or until the caller hangs up, then hangs up. A call without"
                + " media is hung up at once, with the cause that says the same.");
    this.farewell = farewell;
  }

  /** The application Busy. */
  public static Refusal busy() {
    return new Refusal("Busy", "Tells the caller that it is busy, and ends", Farewell.BUSY);
  }

  /** The application Congestion. */
  public static Refusal congestion() {
    return new Refusal(
        "Congestion", "Tells the caller that lines are congested, and ends", Farewell.CONGESTION);
  }

  @Override
  public Description description() {
    return description;
  }

  @Override
  public Outcome run(Call call, String arguments) throws HungUpException {
    Optional<Duration> time = Seconds.parse(arguments);
    if (time.isEmpty() && !arguments.isBlank()) {
      call.warn("'" + arguments + "' is not a time in seconds; until the caller hangs up");
    }
    boolean limited = time.isPresent() && !time.get().isZero();
    farewell.play(call.channel(), limited ? Deadline.in(time.get()) : Deadline.NEVER);
    return Outcome.END;
  }
}
