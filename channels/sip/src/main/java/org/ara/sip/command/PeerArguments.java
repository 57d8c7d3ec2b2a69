package org.ara.sip.command;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ara.module.Completion;
import org.ara.sip.peer.Peer;

/**
 * The arguments {@code NAME [load]} of commands about one peer.
 *
 * @param name of the peer
 * @param load whether a row is to be read
 */
record PeerArguments(String name, boolean load) {

  private static final String LOAD = "load";

  /** Reads them; empty if they are others. */
  static Optional<PeerArguments> parse(List<String> arguments) {
    boolean load = arguments.size() == 2 && arguments.get(1).equalsIgnoreCase(LOAD);
    return arguments.size() == 1 || load
        ? Optional.of(new PeerArguments(arguments.getFirst(), load))
        : Optional.empty();
  }

  /** What may follow. */
  static List<String> complete(List<String> arguments, String prefix, Collection<Peer> known) {
    return switch (arguments.size()) {
      case 0 -> Completion.of(prefix, known.stream().map(Peer::name));
      case 1 -> Completion.of(prefix, LOAD);
      default -> List.of();
    };
  }
}
