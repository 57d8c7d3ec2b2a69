package org.ara.sip.command;

import java.util.List;
import java.util.function.Supplier;
import org.ara.module.Command;
import org.ara.realtime.Lookup;
import org.ara.sip.answer.State;
import org.ara.sip.peer.Peer;
import org.ara.sip.peer.Registration;
import org.ara.sip.qualify.Probes;
import org.jspecify.annotations.Nullable;

/** {@code sip qualify peer NAME [load]}: asks a peer at once whether it is there. */
final class QualifyPeer implements Command {

  private final Supplier<State> state;
  private final Probes probes;

  QualifyPeer(Supplier<State> state, Probes probes) {
    this.state = state;
    this.probes = probes;
  }

  @Override
  public List<String> words() {
    return List.of("sip", "qualify", "peer");
  }

  @Override
  public String summary() {
    return "Send an OPTIONS packet to a peer";
  }

  @Override
  public String usage() {
    return """
        Usage: sip qualify peer <name> [load]
               Asks a peer with 'qualify' whether it is there, now.
               Option "load" forces lookup of peer in realtime storage.""";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    return PeerArguments.parse(arguments).map(read -> execute(read, out)).orElse(Status.USAGE);
  }

  private Status execute(PeerArguments arguments, Output out) {
    String name = arguments.name();
    return switch (state.get().peers().named(name)) {
      case Lookup.Found<Peer>(Peer peer) when elsewhere(peer) instanceof String server -> {
        out.line("Peer " + name + " is registered at '" + server + "', which asks it.");
        yield Status.FAILURE;
      }
      case Lookup.Found<Peer>(Peer peer) -> {
        if (probes.now(peer, () -> {})) {
          yield Status.SUCCESS;
        }
        out.line("Peer " + name + " has no qualify, or is not registered.");
        yield Status.FAILURE;
      }
      case Lookup.Absent<Peer> _ -> {
        out.line("Peer " + name + " not found.");
        yield Status.FAILURE;
      }
      case Lookup.Unavailable<Peer>(var outage) -> {
        out.line(outage.message());
        yield Status.FAILURE;
      }
    };
  }

  /**
   * The other system at which a peer registered, if it did: phones behind a NAT answer no other.
   */
  private @Nullable String elsewhere(Peer peer) {
    Registration registration = peer.whereabouts().registration();
    return registration != null && registration.isElsewhere(state.get().settings().regServer())
        ? registration.server()
        : null;
  }

  @Override
  public List<String> complete(List<String> arguments, String prefix) {
    return PeerArguments.complete(arguments, prefix, state.get().peers().configured().all());
  }
}
