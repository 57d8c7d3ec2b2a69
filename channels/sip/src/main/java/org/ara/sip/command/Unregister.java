package org.ara.sip.command;

import java.util.List;
import java.util.function.Supplier;
import org.ara.module.Command;
import org.ara.module.Completion;
import org.ara.realtime.Change;
import org.ara.realtime.Lookup;
import org.ara.sip.answer.State;
import org.ara.sip.peer.Peer;
import org.ara.sip.registrar.Registrar;

/** {@code sip unregister NAME}: forgets where a peer is. */
record Unregister(Supplier<State> state, Registrar registrar) implements Command {

  @Override
  public List<String> words() {
    return List.of("sip", "unregister");
  }

  @Override
  public String summary() {
    return "Unregister (force expiration) a SIP peer from the registry";
  }

  @Override
  public String usage() {
    return """
        Usage: sip unregister <peer>
               Unregister (force expiration) a SIP peer from the registry""";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    if (arguments.size() != 1) {
      return Status.USAGE;
    }
    String name = arguments.getFirst();
    return switch (state.get().peers().callee(name)) {
      case Lookup.Unavailable<Peer>(var outage) -> {
        out.line(outage.message());
        yield Status.FAILURE;
      }
      case Lookup.Absent<Peer> _ -> {
        out.line("Peer unknown: '" + name + "'. Not unregistered.");
        yield Status.FAILURE;
      }
      case Lookup.Found<Peer>(Peer peer) when peer.whereabouts().registration() == null -> {
        out.line("Peer " + name + " not registered");
        yield Status.FAILURE;
      }
      case Lookup.Found<Peer>(Peer peer) -> forget(peer, out);
    };
  }

  private Status forget(Peer peer, Output out) {
    return switch (registrar.unregister(state.get(), peer)) {
      case Change.Unavailable(var outage) -> {
        out.line(outage.message());
        yield Status.FAILURE;
      }
      case Change.Done _ -> {
        out.line("Unregistered peer '" + peer.name() + "'");
        out.line("");
        yield Status.SUCCESS;
      }
    };
  }

  @Override
  public List<String> complete(List<String> arguments, String prefix) {
    return arguments.isEmpty()
        ? Completion.of(prefix, state.get().peers().configured().all().stream().map(Peer::name))
        : List.of();
  }
}
