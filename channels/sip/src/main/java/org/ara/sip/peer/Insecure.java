package org.ara.sip.peer;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a peer is excused from: the words of the {@code insecure} option. */
public enum Insecure {
  /** Its calls may come from any port of its address. */
  PORT,
  /** Its calls need no password. */
  INVITE;

  /** Reads a comma list of port, invite, no; {@code very} is both, {@code yes} is port. */
  static Optional<Set<Insecure>> parse(String text) {
    Set<Insecure> all = EnumSet.noneOf(Insecure.class);
    for (String word : text.toLowerCase(Locale.ROOT).split(",", -1)) {
      switch (word.strip()) {
        case "port", "yes" -> all.add(PORT);
        case "invite" -> all.add(INVITE);
        case "very" -> all.addAll(EnumSet.allOf(Insecure.class));
        case "no", "" -> {
          // Nothing is excused.
        }
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(Set.copyOf(all));
  }
}
