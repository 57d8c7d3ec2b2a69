package org.ara.pbx.application.audio;

import org.ara.pbx.Deadline;
import org.ara.pbx.Description;
import org.ara.pbx.HungUpException;
import org.ara.pbx.Signal;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Call;
import org.ara.pbx.application.Outcome;
import org.ara.pbx.media.Frame;
import org.ara.pbx.media.MediaPort;

/** Sends a caller's own audio back, until it presses {@code #}. */
public final class Echo implements Application {

  @Override
  public Description description() {
    return new Description(
        "Echo",
        "Sends the caller's audio back",
        "Echo()",
        "Ends when the caller presses # or hangs up. Does not answer the call.");
  }

  @Override
  public Outcome run(Call call, String arguments) throws HungUpException {
    MediaPort port = call.channel().leg().media();
    port.receiver(
        frame -> {
          if (frame instanceof Frame.Audio) {
            port.send(frame);
          }
        });
    try {
      Signal signal;
      do {
        signal = call.channel().await(Deadline.NEVER);
      } while (!(signal instanceof Signal.Digit(char digit) && digit == '#'));
    } finally {
      port.receiver(null);
    }
    return Outcome.NEXT;
  }
}
