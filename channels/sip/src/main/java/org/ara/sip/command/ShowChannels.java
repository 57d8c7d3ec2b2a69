package org.ara.sip.command;

import java.util.List;
import java.util.Locale;
import org.ara.module.Command;
import org.ara.sip.call.CallView;
import org.ara.sip.call.Calls;

/** {@code sip show channels}: the calls in progress. */
final class ShowChannels implements Command {

  private static final String LAYOUT =
      "%-15.15s  %-15.15s  %-15.15s  %-15.15s  %-7.7s  %-15.15s %-10.10s %-10.10s";

  private final Calls calls;

  ShowChannels(Calls calls) {
    this.calls = calls;
  }

  @Override
  public List<String> words() {
    return List.of("sip", "show", "channels");
  }

  @Override
  public String summary() {
    return "List active SIP channels";
  }

  @Override
  public String usage() {
    return """
        Usage: sip show channels
               Lists all currently active SIP calls (dialogs).""";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    if (!arguments.isEmpty()) {
      return Status.USAGE;
    }
    line(out, "Peer", "User/ANR", "Call ID", "Format", "Hold", "Last Message", "Expiry", "Peer");
    List<CallView> views = calls.views();
    for (CallView view : views) {
      line(
          out,
          view.address(),
          view.user().isEmpty() ? "(None)" : view.user(),
          view.callId(),
          view.codec().isEmpty() ? "(nothing)" : '(' + view.codec() + ')',
          view.held() ? "Yes" : "No",
          view.lastMessage(),
          "",
          view.peer().isEmpty() ? "<guest>" : view.peer());
    }
    int count = views.size();
    out.line(count + " active SIP dialog" + (count == 1 ? "" : "s"));
    return Status.SUCCESS;
  }

  private static void line(Output out, String... cells) {
    out.line(String.format(Locale.ROOT, LAYOUT, (Object[]) cells));
  }
}
