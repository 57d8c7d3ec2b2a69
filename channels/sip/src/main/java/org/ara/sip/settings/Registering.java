package org.ara.sip.settings;

import java.time.Duration;
import java.util.List;

/**
 * Where this server registers itself, and how stubbornly.
 *
 * @param lines the {@code register} lines that can be used
 * @param timeout how long one try may take
 * @param attempts how many tries in a row may fail; 0 for any number
 * @param retryForbidden whether a 403 is a failure like others rather than the last word
 */
public record Registering(
    List<RegisterLine> lines, Duration timeout, int attempts, boolean retryForbidden) {

  public Registering {
    lines = List.copyOf(lines);
  }
}
