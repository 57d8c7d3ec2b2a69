package org.ara.sip.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.ara.module.Command;
import org.ara.realtime.Lookup;
import org.ara.sip.answer.State;
import org.ara.sip.call.Use;
import org.ara.sip.call.Uses;
import org.ara.sip.peer.Peer;

/** {@code sip show inuse [all]}: how many calls peers have, and how many they may have. */
final class ShowInUse implements Command {

  private static final String LAYOUT = "%-25.25s %-15.15s %-15.15s ";

  private final Supplier<State> state;
  private final Uses uses;

  ShowInUse(Supplier<State> state, Uses uses) {
    this.state = state;
    this.uses = uses;
  }

  @Override
  public List<String> words() {
    return List.of("sip", "show", "inuse");
  }

  @Override
  public String summary() {
    return "List all inuse/limits";
  }

  @Override
  public String usage() {
    return """
        Usage: sip show inuse [all]
               Lists the peers that have calls or a limit, with "all" every peer that is known:
               calls/ringing/held and the limit.""";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    boolean all = arguments.equals(List.of("all"));
    if (!all && !arguments.isEmpty()) {
      return Status.USAGE;
    }
    line(out, "* Peer name", "In use", "Limit");
    SortedMap<String, Use> known = uses.all();
    for (Peer peer : state.get().peers().configured().all()) {
      if (all || peer.policy().limit() > 0) {
        Use unused = known.putIfAbsent(peer.name(), uses.of(peer.name()));
      }
    }
    for (Map.Entry<String, Use> entry : known.entrySet()) {
      Use use = entry.getValue();
      line(
          out,
          entry.getKey(),
          use.calls() + "/" + use.ringing() + "/" + use.held(),
          limit(entry.getKey()));
    }
    return Status.SUCCESS;
  }

  private String limit(String name) {
    int limit =
        state.get().peers().named(name) instanceof Lookup.Found<Peer>(Peer peer)
            ? peer.policy().limit()
            : 0;
    return limit > 0 ? Integer.toString(limit) : "N/A";
  }

  private static void line(Output out, String... cells) {
    out.line(String.format(Locale.ROOT, LAYOUT, (Object[]) cells));
  }
}
