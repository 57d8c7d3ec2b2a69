package org.ara.pbx.console;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.ara.pbx.Channel;
import org.ara.pbx.Location;
import org.ara.pbx.Running;

/** A channel as the lists show it. */
record ChannelRow(
    String name,
    String place,
    String context,
    String extension,
    int priority,
    String state,
    String application,
    String data,
    String callerNumber,
    long seconds,
    String bridge,
    String uniqueId) {

  static final String HEADING = format("Channel", "Location", "State", "Application(Data)");

  static final String VERBOSE_HEADING =
      String.format(
          Locale.ROOT,
          "%-80s %-24s %-24s %-4s %-7s %-12s %-25s %-15s %8s %-11s %-11s %-20s",
          "Channel",
          "Context",
          "Extension",
          "Prio",
          "State",
          "Application",
          "Data",
          "CallerID",
          "Duration",
          "Accountcode",
          "PeerAccount",
          "BridgeID");

  static ChannelRow of(Channel channel, Instant now) {
    Location location = channel.location().orElse(new Location("", "", 1));
    Running running = channel.running().orElse(new Running("", ""));
    return new ChannelRow(
        channel.name(),
        channel.location().map(Location::toString).orElse("(None)"),
        location.context(),
        location.extension(),
        location.priority(),
        channel.state().label(),
        running.application(),
        running.data(),
        channel.callerId().number(),
        Math.max(0, Duration.between(channel.created(), now).toSeconds()),
        channel.bridge().orElse(""),
        channel.uniqueId());
  }

  String line() {
    String what = application.isEmpty() ? "(None)" : application + "(" + data + ")";
    return format(name, place, state, what);
  }

  String verbose() {
    return String.format(
        Locale.ROOT,
        "%-80.80s %-24.24s %-24.24s %4d %-7.7s %-12.12s %-25.25s %-15.15s %8s %-11s %-11s"
            + " %-20.20s",
        name,
        context,
        extension,
        priority,
        state,
        application.isEmpty() ? "(None)" : application,
        data.isEmpty() ? "(Empty)" : data,
        callerNumber,
        duration(),
        "",
        "",
        bridge);
  }

  String concise() {
    return String.join(
        "!",
        name,
        context,
        extension,
        Integer.toString(priority),
        state,
        application.isEmpty() ? "(None)" : application,
        data,
        callerNumber,
        "",
        "",
        "3",
        Long.toString(seconds),
        bridge,
        uniqueId);
  }

  /** {@code 00:01:05}. */
  String duration() {
    return String.format(
        Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  private static String format(String name, String place, String state, String what) {
    return String.format(
        Locale.ROOT, "%-64.64s %-32.32s %-7.7s %-30.30s", name, place, state, what);
  }
}
