package org.ara.sip.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.ara.module.Command;
import org.ara.module.Completion;
import org.ara.realtime.Lookup;
import org.ara.sip.answer.State;
import org.ara.sip.peer.Peer;
import org.ara.sip.peer.PeerDirectory;
import org.ara.sip.qualify.Probes;
import org.ara.sip.qualify.Standing;
import org.ara.sip.qualify.Standing.Reach;

/**
 * {@code sip show peers}: the peers of sip.conf, and with {@code load} those of the database too.
 */
final class ShowPeers implements Command {

  private static final String LAYOUT =
      "%-25.25s %-39.39s %-3.3s %-10.10s %-10.10s %-3.3s %-8s %-11s %-32.32s %s";

  private final Supplier<State> state;
  private final Probes probes;

  ShowPeers(Supplier<State> state, Probes probes) {
    this.state = state;
    this.probes = probes;
  }

  @Override
  public List<String> words() {
    return List.of("sip", "show", "peers");
  }

  @Override
  public String summary() {
    return "List defined SIP peers";
  }

  @Override
  public String usage() {
    return """
        Usage: sip show peers [load] [like <pattern>]
               Lists the SIP peers of sip.conf and those kept in memory; with 'load' also those of the database.
               The optional regular expression pattern filters the list by name.""";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    List<String> rest = new ArrayList<>(arguments);
    boolean load = !rest.isEmpty() && rest.getFirst().equalsIgnoreCase("load");
    if (load) {
      rest.removeFirst();
    }
    Optional<Pattern> like = pattern(rest);
    if (like.isEmpty()) {
      return Status.USAGE;
    }
    PeerDirectory directory = state.get().peers();
    List<Peer> peers = new ArrayList<>(load ? directory.configured().all() : directory.inMemory());
    Set<String> kept = directory.kept().stream().map(Peer::name).collect(Collectors.toSet());
    if (load) {
      switch (directory.stored()) {
        case Lookup.Found<List<Peer>>(List<Peer> rows) -> peers.addAll(rows);
        case Lookup.Absent<List<Peer>> _ -> {}
        case Lookup.Unavailable<List<Peer>>(var outage) -> {
          out.line(outage.message());
          return Status.FAILURE;
        }
      }
    }
    peers.removeIf(peer -> !like.get().matcher(peer.name()).find());
    peers.sort(Comparator.comparing(Peer::name));
    print(peers, directory.hasRealtime(), kept, out);
    return Status.SUCCESS;
  }

  @Override
  public List<String> complete(List<String> arguments, String prefix) {
    return switch (arguments.size()) {
      case 0 -> Completion.of(prefix, "like", "load");
      case 1 ->
          arguments.getFirst().equalsIgnoreCase("load") ? Completion.of(prefix, "like") : List.of();
      default -> List.of();
    };
  }

  /** What {@code like PATTERN} asks for; anything without it, empty if it makes no sense. */
  static Optional<Pattern> pattern(List<String> rest) {
    if (rest.isEmpty()) {
      return Optional.of(Pattern.compile(""));
    }
    if (rest.size() != 2 || !rest.getFirst().equalsIgnoreCase("like")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Pattern.compile(rest.get(1)));
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }

  private void print(List<Peer> peers, boolean realtime, Set<String> kept, Output out) {
    line(
        out,
        "Name/username",
        "Host",
        "Dyn",
        "Forcerport",
        "Comedia",
        "ACL",
        "Port",
        "Status",
        "Description",
        realtime ? "Realtime" : "");
    int online = 0;
    int reached = 0;
    int monitored = 0;
    for (Peer peer : peers) {
      Standing standing = probes.standing(peer);
      print(peer, standing, kept.contains(peer.name()), out);
      if (standing.monitored()) {
        monitored++;
        boolean answers = standing.state() == Reach.REACHABLE || standing.state() == Reach.LAGGED;
        reached += answers ? 1 : 0;
      } else {
        online += Cells.address(peer).isEmpty() ? 0 : 1;
      }
    }
    out.line(
        String.format(
            Locale.ROOT,
            "%d sip peers [Monitored: %d online, %d offline Unmonitored: %d online, %d offline]",
            peers.size(),
            reached,
            monitored - reached,
            online,
            peers.size() - monitored - online));
  }

  private static void print(Peer peer, Standing standing, boolean kept, Output out) {
    String user = Cells.user(peer);
    String host = Cells.address(peer);
    line(
        out,
        user.isEmpty() ? peer.name() : peer.name() + '/' + user,
        host.isEmpty() ? "(Unspecified)" : host,
        peer.whereabouts().dynamic() ? " D " : "",
        Cells.nat(peer.access().nat().rport(), peer),
        Cells.nat(peer.access().nat().comedia(), peer),
        peer.access().sources().isOpen() ? "" : " A ",
        Integer.toString(Cells.port(peer)),
        standing.text(),
        peer.calls().description(),
        peer.realtime() ? kept ? "Cached RT" : "Realtime" : "");
  }

  private static void line(Output out, String... cells) {
    out.line(String.format(Locale.ROOT, LAYOUT, (Object[]) cells));
  }
}
