package org.ara.sip.peer;

import java.util.Locale;
import java.util.Optional;

/**
 * How much of what a phone says about its own address is believed: the {@code nat} option.
 *
 * @param rport whether responses and calls go to where its requests come from
 * @param comedia whether media goes to where its media comes from
 */
public record NatPolicy(Switch rport, Switch comedia) {

  /** What holds where nothing is configured. */
  public static final NatPolicy USUAL = new NatPolicy(Switch.AUTO, Switch.NO);

  /** A setting that may depend on whether the phone is seen to be behind NAT. */
  public enum Switch {
    YES,
    NO,
    /** On when the address in the phone's Via is not where its packets come from. */
    AUTO;

    /** Whether it is on for a phone that is, or is not, seen to be behind NAT. */
    public boolean on(boolean behindNat) {
      return this == YES || (this == AUTO && behindNat);
    }
  }

  /** Reads a comma list of force_rport, comedia, auto_force_rport, auto_comedia, no, yes. */
  static Optional<NatPolicy> parse(String text) {
    Switch rport = Switch.NO;
    Switch comedia = Switch.NO;
    for (String word : text.toLowerCase(Locale.ROOT).split(",", -1)) {
      switch (word.strip()) {
        case "force_rport", "route" -> rport = Switch.YES;
        case "comedia" -> comedia = Switch.YES;
        case "yes", "true", "1", "on" -> {
          rport = Switch.YES;
          comedia = Switch.YES;
        }
        case "auto_force_rport" -> rport = rport == Switch.YES ? rport : Switch.AUTO;
        case "auto_comedia" -> comedia = comedia == Switch.YES ? comedia : Switch.AUTO;
        case "no", "never", "false", "0", "off" -> {
          // The list's neutral word.
        }
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(new NatPolicy(rport, comedia));
  }
}
