package org.ara.sip.command;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.ara.module.Command;
import org.ara.sip.answer.State;
import org.ara.sip.call.CallView;
import org.ara.sip.call.Calls;
import org.ara.sip.peer.Peer;
import org.ara.sip.peer.PeerKind;

/** {@code sip show objects}: what the driver has in memory. */
final class ShowObjects implements Command {

  private final Supplier<State> state;
  private final Calls calls;

  ShowObjects(Supplier<State> state, Calls calls) {
    this.state = state;
    this.calls = calls;
  }

  @Override
  public List<String> words() {
    return List.of("sip", "show", "objects");
  }

  @Override
  public String summary() {
    return "List all SIP object allocations";
  }

  @Override
  public String usage() {
    return """
        Usage: sip show objects
               Lists the peers and dialogs that are in memory.""";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    if (!arguments.isEmpty()) {
      return Status.USAGE;
    }
    List<Peer> peers = state.get().peers().inMemory();
    long realtime = peers.stream().filter(Peer::realtime).count();
    out.line(
        "-= Peer objects: %d static, %d realtime, 0 autocreate =-",
        peers.size() - realtime, realtime);
    out.line("");
    for (Peer peer : peers) {
      PeerKind kind = peer.kind();
      out.line("name: %s", peer.name());
      out.line("type: %s", kind == null ? "friend" : kind.name().toLowerCase(Locale.ROOT));
      out.line("");
    }
    out.line("-= Dialog objects:");
    out.line("");
    for (CallView call : calls.views()) {
      out.line("name: %s", call.callId());
      out.line("type: %s", call.channel());
      out.line("");
    }
    return Status.SUCCESS;
  }
}
