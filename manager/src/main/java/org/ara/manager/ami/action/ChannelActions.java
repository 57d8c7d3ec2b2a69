package org.ara.manager.ami.action;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.ara.manager.ami.event.ChannelFields;
import org.ara.module.manager.Header;
import org.ara.module.manager.ManagerAction;
import org.ara.module.manager.Reply;
import org.ara.module.manager.Request;
import org.ara.pbx.Channel;
import org.ara.pbx.HangupCause;
import org.ara.pbx.Location;
import org.ara.pbx.Pbx;
import org.ara.pbx.Running;
import org.ara.pbx.media.Codec;

/**
 * Actions about channels: {@code Status}, {@code CoreShowChannels}, {@code Hangup}, {@code
 * Redirect}.
 */
final class ChannelActions {

  private final Pbx pbx;

  private ChannelActions(Pbx pbx) {
    this.pbx = pbx;
  }

  static List<ManagerAction> of(Pbx pbx) {
    ChannelActions actions = new ChannelActions(pbx);
    return List.of(
        new Simple("Status", actions::status),
        new Simple("CoreShowChannels", actions::list),
        new Simple("Hangup", actions::hangup),
        new Simple("Redirect", actions::redirect));
  }

  private Reply list(Request request) {
    return Reply.list(
        "Channels will follow",
        "CoreShowChannel",
        "CoreShowChannelsComplete",
        pbx.channels().stream().map(ChannelActions::listed).toList());
  }

  private static List<Header> listed(Channel channel) {
    Running running = channel.running().orElse(new Running("", ""));
    long seconds = seconds(channel);
    List<Header> fields = new ArrayList<>(ChannelFields.of(channel));
    fields.add(new Header("Application", running.application()));
    fields.add(new Header("ApplicationData", running.data()));
    fields.add(
        new Header(
            "Duration",
            String.format(
                Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60)));
    fields.add(new Header("BridgeId", channel.bridge().orElse("")));
    return fields;
  }

  private Reply status(Request request) {
    Optional<String> name = request.filled("Channel");
    List<Channel> wanted =
        name.isEmpty() ? List.copyOf(pbx.channels()) : pbx.channel(name.get()).stream().toList();
    if (name.isPresent() && wanted.isEmpty()) {
      return Reply.error("No such channel");
    }
    List<Reply.Entry> entries =
        wanted.stream().map(c -> new Reply.Entry("Status", status(c, request))).toList();
    return new Reply.Listing(
        "Channel status will follow",
        entries,
        "StatusComplete",
        List.of(Header.of("Items", entries.size())));
  }

  private static List<Header> status(Channel channel, Request request) {
    Running running = channel.running().orElse(new Running("", ""));
    List<Codec> codecs = channel.leg().media().codecs();
    String codec = codecs.isEmpty() ? "" : codecs.getFirst().label();
    List<Header> fields = new ArrayList<>(List.of(new Header("Privilege", "Call")));
    fields.addAll(ChannelFields.of(channel));
    fields.addAll(
        List.of(
            new Header("Type", channel.technology()),
            new Header("DNID", channel.location().map(Location::extension).orElse("")),
            new Header("EffectiveConnectedLineNum", "<unknown>"),
            new Header("EffectiveConnectedLineName", "<unknown>"),
            new Header("TimeToHangup", "0"),
            new Header("BridgeID", channel.bridge().orElse("")),
            new Header("Application", running.application()),
            new Header("Data", running.data()),
            new Header("Nativeformats", "(" + codec + ")"),
            new Header("Readformat", codec),
            new Header("Readtrans", ""),
            new Header("Writeformat", codec),
            new Header("Writetrans", ""),
            new Header("Callgroup", "0"),
            new Header("Pickupgroup", "0"),
            Header.of("Seconds", seconds(channel))));
    if (request.isYes("AllVariables")) {
      channel
          .variables()
          .all()
          .forEach((name, value) -> fields.add(new Header("Variable", name + "=" + value)));
    } else {
      for (String name : request.text("Variables").split(",", -1)) {
        String value = name.isBlank() ? null : channel.variables().get(name.strip());
        if (value != null) {
          fields.add(new Header("Variable", name.strip() + "=" + value));
        }
      }
    }
    return fields;
  }

  private static long seconds(Channel channel) {
    return Math.max(0, Duration.between(channel.created(), Instant.now()).toSeconds());
  }

  private Reply hangup(Request request) {
    String name = request.text("Channel");
    if (name.isEmpty()) {
      return Reply.error("No channel specified");
    }
    HangupCause cause =
        request.filled("Cause").flatMap(HangupCause::named).orElse(HangupCause.NORMAL_CLEARING);
    if (name.length() > 2 && name.startsWith("/") && name.endsWith("/")) {
      return hangUpAll(name.substring(1, name.length() - 1), cause);
    }
    Optional<Channel> channel = pbx.channel(name);
    if (channel.isEmpty()) {
      return Reply.error("No such channel");
    }
    channel.get().hangUp(cause);
    return Reply.success("Channel Hungup");
  }

  private Reply hangUpAll(String expression, HangupCause cause) {
    Pattern pattern;
    try {
      pattern = Pattern.compile(expression);
    } catch (PatternSyntaxException e) {
      return Reply.error("Regex compile error: " + e.getDescription());
    }
    List<List<Header>> ended = new ArrayList<>();
    for (Channel channel : pbx.channels()) {
      if (pattern.matcher(channel.name()).find()) {
        channel.hangUp(cause);
        ended.add(List.of(new Header("Channel", channel.name())));
      }
    }
    return Reply.list(
        "Channels hungup will follow", "ChannelHungup", "ChannelsHungupListComplete", ended);
  }

  private Reply redirect(Request request) {
    Optional<Reply> first = redirect(request, "");
    if (first.isPresent()) {
      return first.get();
    }
    if (request.filled("ExtraChannel").isEmpty()) {
      return Reply.success("Redirect successful");
    }
    return redirect(request, "Extra").orElseGet(() -> Reply.success("Dual Redirect successful"));
  }

  /** Sends one channel elsewhere; what is wrong, if anything. */
  private Optional<Reply> redirect(Request request, String prefix) {
    String name = request.text(prefix + "Channel");
    for (String header : List.of("Channel", "Context", "Exten", "Priority")) {
      if (request.filled(prefix + header).isEmpty() && request.filled(header).isEmpty()) {
        return Optional.of(Reply.error(header + " not specified"));
      }
    }
    Optional<Channel> channel = pbx.channel(name);
    if (channel.isEmpty()) {
      return Optional.of(Reply.error("Channel does not exist: " + name));
    }
    Optional<Location> target = target(request, prefix);
    if (target.isEmpty()) {
      return Optional.of(Reply.error("Priority is invalid"));
    }
    return channel.get().redirect(target.get())
        ? Optional.empty()
        : Optional.of(Reply.error("Redirect failed, channel not up."));
  }

  private static Optional<Location> target(Request request, String prefix) {
    String priority = either(request, prefix, "Priority");
    return priority.matches("[1-9][0-9]{0,8}")
        ? Optional.of(
            new Location(
                either(request, prefix, "Context"),
                either(request, prefix, "Exten"),
                Integer.parseInt(priority)))
        : Optional.empty();
  }

  private static String either(Request request, String prefix, String header) {
    return request.filled(prefix + header).orElseGet(() -> request.text(header));
  }
}
