package org.ara.manager.ami.action;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ara.manager.ami.event.ChannelFields;
import org.ara.manager.ami.guard.ClientPattern;
import org.ara.manager.ami.guard.Secrets;
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

/** Actions about channels: {@code Status}, {@code CoreShowChannels}, {@code Hangup}. */
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
        new Simple("Hangup", actions::hangup));
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
    variables(channel, request)
        .forEach(
            (name, value) ->
                fields.add(
                    new Header("Variable", name + "=" + shown(request.client(), name, value))));
    return fields;
  }

  private static Map<String, String> variables(Channel channel, Request request) {
    if (request.isYes("AllVariables")) {
      return channel.variables().all();
    }
    Map<String, String> wanted = new LinkedHashMap<>();
    for (String name : request.text("Variables").split(",", -1)) {
      String value = name.isBlank() ? null : channel.variables().get(name.strip());
      if (value != null) {
        wanted.put(name.strip(), value);
      }
    }
    return wanted;
  }

  private static String shown(Request.Client client, String name, String value) {
    return client.reachesSystem() ? value : Secrets.shown(name, value);
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
    ClientPattern pattern;
    try {
      pattern = ClientPattern.of(expression);
    } catch (IllegalArgumentException e) {
      return Reply.error("Regex compile error: " + e.getMessage());
    }
    List<List<Header>> ended = new ArrayList<>();
    for (Channel channel : pbx.channels()) {
      if (pattern.find(channel.name())) {
        channel.hangUp(cause);
        ended.add(List.of(new Header("Channel", channel.name())));
      }
    }
    return Reply.list(
        "Channels hungup will follow", "ChannelHungup", "ChannelsHungupListComplete", ended);
  }
}
