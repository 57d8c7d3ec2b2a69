package org.ara.pbx.function;

import java.util.Locale;
import org.ara.pbx.Channel;
import org.ara.pbx.Location;

/** What extension {@code e} can ask about the reason it runs: EXCEPTION(REASON) and the rest. */
public final class Exceptional {

  private static final String PREFIX = "~EXCEPTION~";

  private Exceptional() {}

  /** Remembers why extension {@code e} is about to run, and where the call was. */
  public static void raise(Channel channel, String reason, Location at) {
    channel.variables().set(PREFIX + "REASON", reason);
    channel.variables().set(PREFIX + "CONTEXT", at.context());
    channel.variables().set(PREFIX + "EXTEN", at.extension());
    channel.variables().set(PREFIX + "PRIORITY", Integer.toString(at.priority()));
  }

  /** The value of EXCEPTION(item), empty if none was raised. */
  static String read(Channel channel, String item) {
    String value = channel.variables().get(PREFIX + item.toUpperCase(Locale.ROOT));
    return value == null ? "" : value;
  }
}
