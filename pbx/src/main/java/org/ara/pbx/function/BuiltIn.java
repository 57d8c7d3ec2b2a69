package org.ara.pbx.function;

import java.time.InstantSource;
import org.ara.pbx.Channel;
import org.ara.pbx.Location;
import org.jspecify.annotations.Nullable;

/** The variables that every channel has by itself; they hide variables set under their names. */
final class BuiltIn {

  private final String systemName;
  private final InstantSource clock;

  BuiltIn(String systemName, InstantSource clock) {
    this.systemName = systemName;
    this.clock = clock;
  }

  /** The value of a built-in variable, null if there is none of that name. */
  @Nullable String read(Channel channel, String name) {
    return switch (name) {
      case "EXTEN" -> channel.location().map(Location::extension).orElse("");
      case "CONTEXT" -> channel.location().map(Location::context).orElse("");
      case "PRIORITY" -> channel.location().map(at -> String.valueOf(at.priority())).orElse("");
      case "CHANNEL" -> channel.name();
      case "UNIQUEID" -> channel.uniqueId();
      case "EPOCH" -> Long.toString(clock.instant().getEpochSecond());
      case "SYSTEMNAME" -> systemName;
      case "HANGUPCAUSE" -> Integer.toString(channel.hangupCause().code());
      default -> null;
    };
  }
}
