package org.ara.pbx.dial;

import java.time.Duration;
import java.util.List;
import org.ara.pbx.application.Call;

/** Measures a Dial and tells the dialplan about it. */
final class Timing {

  private static final List<String> RESULTS =
      List.of(
          "DIALSTATUS",
          "DIALEDPEERNAME",
          "DIALEDPEERNUMBER",
          "DIALEDTIME",
          "DIALEDTIME_MS",
          "ANSWEREDTIME",
          "ANSWEREDTIME_MS");

  private final Call call;
  private final long begun = System.nanoTime();
  private long answered;
  private boolean wasAnswered;

  Timing(Call call) {
    this.call = call;
  }

  /** Empties what an earlier Dial left. */
  void begin() {
    RESULTS.forEach(name -> call.set(name, ""));
  }

  void answered() {
    answered = System.nanoTime();
    wasAnswered = true;
  }

  void end() {
    long now = System.nanoTime();
    set("DIALEDTIME", now - begun);
    if (wasAnswered) {
      set("ANSWEREDTIME", now - answered);
    }
  }

  private void set(String name, long nanos) {
    Duration time = Duration.ofNanos(nanos);
    call.set(name, Long.toString(time.toSeconds()));
    call.set(name + "_MS", Long.toString(time.toMillis()));
  }
}
