package org.ara.manager.ami.action;

import java.util.List;
import java.util.Optional;
import org.ara.module.manager.ManagerAction;
import org.ara.module.manager.Reply;
import org.ara.module.manager.Request;
import org.ara.pbx.Channel;
import org.ara.pbx.Location;
import org.ara.pbx.Pbx;

/**
 * Sends channels elsewhere: {@code Redirect} one or two of them, {@code BlindTransfer} whoever a
 * channel talks to.
 */
record RedirectActions(Pbx pbx) {

  private static final Reply NOT_UP = Reply.error("Redirect failed, channel not up.");

  List<ManagerAction> all() {
    return List.of(
        new Simple("Redirect", this::redirect), new Simple("BlindTransfer", this::transfer));
  }

  private Reply redirect(Request request) {
    for (String header : List.of("Channel", "Context", "Exten", "Priority")) {
      if (request.filled(header).isEmpty()) {
        return Reply.error(header + " not specified");
      }
    }
    Optional<Channel> channel = pbx.channel(request.text("Channel"));
    if (channel.isEmpty()) {
      return Reply.error("Channel does not exist: " + request.text("Channel"));
    }
    Optional<Location> to = target(request, "");
    if (to.isEmpty()) {
      return Reply.error("Priority is invalid");
    }
    if (request.filled("ExtraChannel").isPresent()) {
      return both(request, channel.get(), to.get());
    }
    return channel.get().redirect(to.get()) ? Reply.success("Redirect successful") : NOT_UP;
  }

  private Reply both(Request request, Channel channel, Location to) {
    Optional<Channel> extra = pbx.channel(request.text("ExtraChannel"));
    if (extra.isEmpty()) {
      return Reply.error("ExtraChannel does not exist: " + request.text("ExtraChannel"));
    }
    Optional<Location> there = target(request, "Extra");
    if (there.isEmpty()) {
      return Reply.error("ExtraPriority is invalid");
    }
    return Channel.redirect(channel, to, extra.get(), there.get())
        ? Reply.success("Dual Redirect successful")
        : NOT_UP;
  }

  /** Where to; what is not said of the extra channel is as for the first. */
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

  private Reply transfer(Request request) {
    String name = request.text("Channel");
    if (name.isEmpty()) {
      return Reply.error("No channel specified");
    }
    if (request.filled("Exten").isEmpty()) {
      return Reply.error("No extension specified");
    }
    Optional<Channel> channel = pbx.channel(name);
    if (channel.isEmpty()) {
      return Reply.error("Channel specified does not exist");
    }
    Optional<Channel> other = talksTo(channel.get());
    if (other.isEmpty()) {
      return Reply.error("Transfer failed. Transferer is not in a bridge");
    }
    String context =
        request
            .filled("Context")
            .or(() -> Optional.ofNullable(channel.get().variables().get("TRANSFER_CONTEXT")))
            .or(() -> channel.get().location().map(Location::context))
            .or(() -> other.get().location().map(Location::context))
            .orElse("default");
    return other.get().redirect(new Location(context, request.text("Exten"), 1))
        ? Reply.success("Transfer succeeded")
        : Reply.error("Transfer failed");
  }

  private Optional<Channel> talksTo(Channel channel) {
    Optional<String> bridge = channel.bridge();
    return pbx.channels().stream()
        .filter(other -> other != channel && bridge.isPresent() && other.bridge().equals(bridge))
        .findFirst();
  }
}
