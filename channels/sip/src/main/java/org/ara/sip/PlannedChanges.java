package org.ara.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ara.config.Category;
import org.ara.module.reload.Difference;
import org.ara.module.reload.Differences;
import org.ara.module.reload.Touched;
import org.ara.sip.call.Calls;
import org.ara.sip.peer.StaticPeers;
import org.ara.sip.settings.SettingsReader;

/** What one reading of the files changes against the one in force. */
final class PlannedChanges {

  private final Inputs before;
  private final Inputs after;
  private final List<Difference> peers;

  PlannedChanges(Inputs before, Inputs after) {
    this.before = before;
    this.after = after;
    this.peers =
        Differences.ofSections(
            "peer",
            SettingsReader.peerSections(before.sip()),
            SettingsReader.peerSections(after.sip()));
  }

  /** Sections that are no peers first, then the peers, then {@code rtp.conf}. */
  List<Difference> differences() {
    List<Difference> all =
        new ArrayList<>(
            Differences.ofSections("section of sip.conf", others(before), others(after)));
    all.addAll(peers);
    all.addAll(Differences.ofSections("section of rtp.conf", before.media(), after.media()));
    return all;
  }

  /** The calls and registrations of the peers of {@code sip.conf} that change or go. */
  Touched touched(StaticPeers known, Calls calls) {
    Set<String> names =
        peers.stream()
            .filter(peer -> peer.kind() != Difference.Kind.ADDED)
            .map(Difference::name)
            .collect(Collectors.toSet());
    long registered =
        known.all().stream()
            .filter(peer -> names.contains(peer.name()))
            .filter(peer -> peer.whereabouts().registration() != null)
            .count();
    long calling = calls.views().stream().filter(call -> names.contains(call.peer())).count();
    return new Touched((int) calling, (int) registered);
  }

  /** What does not take effect at once. */
  List<String> notes() {
    return before.settings().listen().equals(after.settings().listen())
        ? List.of()
        : List.of(
            Inputs.FILE + ": a new address or port to listen on takes effect at the next start");
  }

  private static List<Category> others(Inputs inputs) {
    return inputs.sip().visible().stream().filter(c -> !SettingsReader.isPeer(c)).toList();
  }
}
