package org.ara.sip.command;

import java.util.List;
import org.ara.module.Command;
import org.ara.module.Completion;
import org.ara.sip.call.CallView;
import org.ara.sip.call.Calls;
import org.ara.sip.rtp.RtpCounters;

/** {@code sip show channel CALL-ID}: the calls whose Call-ID begins like that. */
final class ShowChannel implements Command {

  private final Calls calls;

  ShowChannel(Calls calls) {
    this.calls = calls;
  }

  @Override
  public List<String> words() {
    return List.of("sip", "show", "channel");
  }

  @Override
  public String summary() {
    return "Show detailed SIP channel info";
  }

  @Override
  public String usage() {
    return """
        Usage: sip show channel <call-id>
               Provides detailed status on the given SIP dialog (identified by SIP call-id,
               or the beginning of one).""";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    if (arguments.size() != 1) {
      return Status.USAGE;
    }
    String start = arguments.getFirst();
    List<CallView> found =
        calls.views().stream().filter(call -> call.callId().startsWith(start)).toList();
    if (found.isEmpty()) {
      out.line("No such SIP Call ID starting with '%s'", start);
      return Status.FAILURE;
    }
    found.forEach(call -> print(call, out));
    return Status.SUCCESS;
  }

  private static void print(CallView call, Output out) {
    RtpCounters media = call.media();
    out.line("");
    out.line("  * SIP Call");
    line(out, "Direction", call.incoming() ? "Incoming" : "Outgoing");
    line(out, "Call-ID", call.callId());
    line(out, "Owner channel ID", call.channel());
    line(out, "Peername", call.peer().isEmpty() ? "<guest>" : call.peer());
    line(out, "Username", call.user().isEmpty() ? "(None)" : call.user());
    line(out, "Theoretical Address", call.address());
    line(out, "Format", call.codec().isEmpty() ? "(nothing)" : '(' + call.codec() + ')');
    line(out, "On HOLD", Cells.yesNo(call.held()));
    line(out, "Last Message", call.lastMessage());
    line(out, "Packets", media.received() + " received, " + media.sent() + " sent");
    out.line("");
  }

  private static void line(Output out, String label, String value) {
    out.line("  %-23s %s", label + ":", value);
  }

  @Override
  public List<String> complete(List<String> arguments, String prefix) {
    return arguments.isEmpty()
        ? Completion.of(prefix, calls.views().stream().map(CallView::callId))
        : List.of();
  }
}
