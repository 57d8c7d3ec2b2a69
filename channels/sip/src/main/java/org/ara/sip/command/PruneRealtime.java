package org.ara.sip.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.ara.module.Command;
import org.ara.module.Completion;
import org.ara.sip.answer.State;
import org.ara.sip.peer.Peer;
import org.ara.sip.peer.PeerDirectory;

/** {@code sip prune realtime}: drops peers of rows that are kept in memory. */
record PruneRealtime(Supplier<State> state) implements Command {

  @Override
  public List<String> words() {
    return List.of("sip", "prune", "realtime");
  }

  @Override
  public String summary() {
    return "Prune cached Realtime users/peers";
  }

  @Override
  public String usage() {
    return """
        Usage: sip prune realtime [peer] {<name>|like <pattern>|all}
               Drops peers of the database from memory; they are read again at their next use.
               Their registrations stay in their rows.""";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    List<String> rest = new ArrayList<>(arguments);
    if (rest.size() > 1 && rest.getFirst().equalsIgnoreCase("peer")) {
      rest.removeFirst();
    }
    PeerDirectory peers = state.get().peers();
    if (rest.size() == 2 && rest.getFirst().equalsIgnoreCase("like")) {
      try {
        return several(peers, Pattern.compile(rest.get(1)).asPredicate(), out);
      } catch (PatternSyntaxException e) {
        return Status.USAGE;
      }
    }
    if (rest.size() != 1) {
      return Status.USAGE;
    }
    String name = rest.getFirst();
    return name.equalsIgnoreCase("all") ? several(peers, _ -> true, out) : one(peers, name, out);
  }

  private static Status several(PeerDirectory peers, Predicate<String> which, Output out) {
    int pruned = peers.prune(which);
    out.line(pruned == 0 ? "No peers found to prune." : pruned + " peers pruned.");
    return Status.SUCCESS;
  }

  private static Status one(PeerDirectory peers, String name, Output out) {
    if (peers.configured().named(name).isPresent()) {
      out.line("Peer '" + name + "' is not a Realtime peer, cannot be pruned.");
      return Status.FAILURE;
    }
    boolean pruned = peers.prune(name::equals) > 0;
    out.line("Peer '" + name + (pruned ? "' pruned." : "' not found."));
    return pruned ? Status.SUCCESS : Status.FAILURE;
  }

  @Override
  public List<String> complete(List<String> arguments, String prefix) {
    return arguments.isEmpty()
        ? Completion.of(prefix, state.get().peers().kept().stream().map(Peer::name))
        : List.of();
  }
}
