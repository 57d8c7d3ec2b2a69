package org.ara.pbx.testing;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** Waits for what happens at once, looking often. */
public final class Until {

  private Until() {}

  /** Waits until it is so; fails after a minute. */
  public static void isTrue(String what, Callable<Boolean> condition) {
    Awaitility.await(what)
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .atMost(Duration.ofSeconds(60))
        .until(condition);
  }
}
