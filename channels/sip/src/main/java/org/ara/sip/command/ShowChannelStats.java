package org.ara.sip.command;

import java.util.List;
import org.ara.module.Command;
import org.ara.sip.call.CallView;
import org.ara.sip.call.Calls;
import org.ara.sip.rtp.RtpCounters;

/** {@code sip show channelstats}: what went through the media of each call. */
final class ShowChannelStats implements Command {

  private static final String LAYOUT = "%-15.15s  %-11.11s  %-15.15s %10s %10s %10s %10s %10s";

  private final Calls calls;

  ShowChannelStats(Calls calls) {
    this.calls = calls;
  }

  @Override
  public List<String> words() {
    return List.of("sip", "show", "channelstats");
  }

  @Override
  public String summary() {
    return "List statistics for active SIP channels";
  }

  @Override
  public String usage() {
    return """
        Usage: sip show channelstats
               Lists the packets of media of each call: received, sent, and dropped because
               they are no RTP, come from somebody else, or have a format not agreed on.""";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    if (!arguments.isEmpty()) {
      return Status.USAGE;
    }
    out.line(
        LAYOUT, "Peer", "Call ID", "Format", "Recv", "Sent", "Malformed", "Strange", "Unknown");
    List<CallView> views = calls.views();
    for (CallView view : views) {
      RtpCounters media = view.media();
      out.line(
          LAYOUT,
          view.address(),
          view.callId(),
          view.codec().isEmpty() ? "(nothing)" : '(' + view.codec() + ')',
          media.received(),
          media.sent(),
          media.malformed(),
          media.strange(),
          media.unknown());
    }
    out.line("%d active SIP channel%s", views.size(), views.size() == 1 ? "" : "s");
    return Status.SUCCESS;
  }
}
