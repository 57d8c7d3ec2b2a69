package org.ara.pbx.function;

import java.time.Duration;
import org.ara.pbx.Channel;

/** How long a channel waits for digits, as TIMEOUT() sets it. */
public final class Timeouts {

  private static final String PREFIX = "~TIMEOUT~";

  private Timeouts() {}

  /** For the first digit: ten seconds unless set. */
  public static Duration response(Channel channel) {
    return of(channel, "response", 10);
  }

  /** Between digits: five seconds unless set. */
  public static Duration digit(Channel channel) {
    return of(channel, "digit", 5);
  }

  static void set(Channel channel, String item, Duration time) {
    channel.variables().set(PREFIX + item, Long.toString(time.toMillis()));
  }

  private static Duration of(Channel channel, String item, int seconds) {
    String millis = channel.variables().get(PREFIX + item);
    return millis == null ? Duration.ofSeconds(seconds) : Duration.ofMillis(Long.parseLong(millis));
  }
}
