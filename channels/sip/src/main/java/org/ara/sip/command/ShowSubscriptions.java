package org.ara.sip.command;

import java.util.List;
import java.util.Locale;
import org.ara.module.Command;
import org.ara.sip.subscribe.Subscriptions;

/** {@code sip show subscriptions}: which phones watch which numbers and mailboxes. */
final class ShowSubscriptions implements Command {

  private static final String LAYOUT =
      "%-15.15s  %-15.15s  %-15.15s  %-15.15s  %-13.13s  %-15.15s %-10.10s %-6.6s";

  private final Subscriptions subscriptions;

  ShowSubscriptions(Subscriptions subscriptions) {
    this.subscriptions = subscriptions;
  }

  @Override
  public List<String> words() {
    return List.of("sip", "show", "subscriptions");
  }

  @Override
  public String summary() {
    return "List active SIP subscriptions";
  }

  @Override
  public String usage() {
    return """
        Usage: sip show subscriptions
               Lists the phones that watch numbers or mailboxes, and what they were told last.""";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    if (!arguments.isEmpty()) {
      return Status.USAGE;
    }
    line(out, "Peer", "User", "Call ID", "Extension", "Last state", "Type", "Mailbox", "Expiry");
    List<Subscriptions.View> views = subscriptions.views();
    for (Subscriptions.View view : views) {
      line(
          out,
          view.peer(),
          view.peer(),
          view.callId(),
          view.number(),
          view.told(),
          view.type(),
          view.mailboxes(),
          String.format(Locale.ROOT, "%06d", view.left()));
    }
    int count = views.size();
    out.line(count + " active SIP subscription" + (count == 1 ? "" : "s"));
    return Status.SUCCESS;
  }

  private static void line(Output out, Object... cells) {
    out.line(String.format(Locale.ROOT, LAYOUT, cells));
  }
}
