package org.ara.sip.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.ara.pbx.Presentation;
import org.ara.sip.digest.Credential;
import org.ara.sip.peer.Insecure;
import org.ara.sip.peer.Peer;
import org.ara.sip.peer.Registration;
import org.ara.sip.transport.Protocol;

/** What the console and the manager interface both tell of one peer, in the words of either. */
final class PeerCells {

  private PeerCells() {}

  /** Whether another password is proved to it than it proves. */
  static boolean hasRemoteSecret(Peer peer) {
    return peer.outgoing().map(all -> all.of("")).orElse(null)
            instanceof Credential.Password(String _, String theirs)
        && !(peer.incoming().orElse(null) instanceof Credential.Password(String _, String ours)
            && ours.equals(theirs));
  }

  static String fact(Peer peer, String item) {
    return peer.style().facts().getOrDefault(item, "");
  }

  static String amaFlags(Peer peer) {
    String flags = fact(peer, "amaflags");
    return flags.isEmpty() ? "Unknown" : title(flags);
  }

  static String presentation(Presentation shown) {
    if (shown == Presentation.UNAVAILABLE) {
      return "Number Unavailable";
    }
    return (shown.hidden() ? "Presentation Prohibited, " : "Presentation Allowed, ")
        + switch (shown.code() & 0x03) {
          case 0 -> "Not Screened";
          case 1 -> "Passed Screen";
          case 2 -> "Failed Screen";
          default -> "Network Number";
        };
  }

  /** 0 where it is as usual. */
  static int maxForwards(Peer peer) {
    return peer.style().hops() == 70 ? 0 : peer.style().hops();
  }

  static String insecure(Set<Insecure> words) {
    return words.isEmpty()
        ? "no"
        : words.stream()
            .sorted()
            .map(word -> word.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(","));
  }

  static String transports(List<Protocol> protocols) {
    return protocols.stream().map(Protocol::name).collect(Collectors.joining(","));
  }

  static String path(Peer peer) {
    Registration registration = peer.whereabouts().registration();
    return registration == null || registration.path().isEmpty() ? "N/A" : registration.path();
  }

  /** Its extensions while it is registered; empty where it is its name. */
  static String extensions(Peer peer) {
    return String.join("&", peer.terms().extensions());
  }

  /** {@code NAME=value} each. */
  static List<String> variables(Peer peer) {
    return peer.calls().variables().stream()
        .flatMap(text -> Arrays.stream(text.split(";", -1)))
        .filter(text -> text.indexOf('=') > 0)
        .toList();
  }

  /** The first letter in capitals alone. */
  static String title(String word) {
    return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
  }
}
