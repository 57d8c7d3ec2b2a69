package org.ara.pbx.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ara.module.Command;
import org.ara.module.Completion;
import org.ara.pbx.Channel;
import org.ara.pbx.HangupCause;
import org.ara.pbx.Pbx;

/** {@code channel request hangup NAME|all}. */
public final class RequestHangup implements Command {

  private final Pbx pbx;

  public RequestHangup(Pbx pbx) {
    this.pbx = pbx;
  }

  @Override
  public List<String> words() {
    return List.of("channel", "request", "hangup");
  }

  @Override
  public String summary() {
    return "Request a hangup on a given channel";
  }

  @Override
  public String usage() {
    return "Usage: channel request hangup <channel>|<all>\n       Hangs up a channel, or all.";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    if (arguments.size() != 1) {
      return Status.USAGE;
    }
    String name = arguments.getFirst();
    if (name.equalsIgnoreCase("all")) {
      pbx.channels().forEach(channel -> hangUp(channel, out));
      return Status.SUCCESS;
    }
    Optional<Channel> channel = pbx.channel(name);
    if (channel.isEmpty()) {
      out.line(name + " is not a known channel");
      return Status.FAILURE;
    }
    hangUp(channel.get(), out);
    return Status.SUCCESS;
  }

  private static void hangUp(Channel channel, Output out) {
    out.line("Requested Hangup on channel '" + channel.name() + "'");
    channel.hangUp(HangupCause.NORMAL_CLEARING);
  }

  @Override
  public List<String> complete(List<String> arguments, String prefix) {
    List<String> words = new ArrayList<>();
    if (arguments.isEmpty()) {
      words.addAll(ChannelWords.starting(pbx, prefix));
      words.addAll(Completion.of(prefix, "all"));
    }
    return words;
  }
}
