package org.ara.sip.command;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ara.module.Command;
import org.ara.realtime.Lookup;
import org.ara.sip.answer.State;
import org.ara.sip.peer.Peer;
import org.ara.sip.peer.PeerDirectory;
import org.ara.sip.qualify.Probes;
import org.ara.sip.subscribe.Notices;

/** {@code sip show peer NAME [load]}: all about one peer, from memory or with load from a row. */
final class ShowPeer implements Command {

  private final Supplier<State> state;
  private final Probes probes;
  private final Notices notices;

  ShowPeer(Supplier<State> state, Probes probes, Notices notices) {
    this.notices = notices;
    this.state = state;
    this.probes = probes;
  }

  @Override
  public List<String> words() {
    return List.of("sip", "show", "peer");
  }

  @Override
  public String summary() {
    return "Show details on specific SIP peer";
  }

  @Override
  public String usage() {
    return """
        Usage: sip show peer <name> [load]
               Shows all details on one SIP peer and the current status.
               Option "load" forces lookup of peer in realtime storage.""";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    return PeerArguments.parse(arguments).map(read -> execute(read, out)).orElse(Status.USAGE);
  }

  private Status execute(PeerArguments arguments, Output out) {
    String name = arguments.name();
    PeerDirectory directory = state.get().peers();
    Optional<Peer> configured =
        directory.inMemory().stream().filter(peer -> peer.name().equals(name)).findFirst();
    if (!arguments.load() || configured.isPresent()) {
      return print(configured, name, out);
    }
    return switch (directory.named(name)) {
      case Lookup.Found<Peer>(Peer peer) -> print(Optional.of(peer), name, out);
      case Lookup.Absent<Peer> _ -> print(Optional.empty(), name, out);
      case Lookup.Unavailable<Peer>(var outage) -> {
        out.line(outage.message());
        yield Status.FAILURE;
      }
    };
  }

  private Status print(Optional<Peer> peer, String name, Output out) {
    if (peer.isEmpty()) {
      out.line("Peer " + name + " not found.");
      out.line("");
      return Status.FAILURE;
    }
    new PeerDetails(
            peer.get(),
            state.get(),
            probes.standing(peer.get()),
            notices.toldOf(peer.get().name()),
            out)
        .print();
    return Status.SUCCESS;
  }

  @Override
  public List<String> complete(List<String> arguments, String prefix) {
    return PeerArguments.complete(arguments, prefix, state.get().peers().inMemory());
  }
}
