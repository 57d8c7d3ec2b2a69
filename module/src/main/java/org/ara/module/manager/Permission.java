package org.ara.module.manager;

import java.util.Arrays;
import java.util.Optional;

/** The classes that actions and events of the manager interface belong to, each with its bit. */
public enum Permission {
  SYSTEM(1),
  CALL(2),
  LOG(4),
  VERBOSE(8),
  COMMAND(16),
  AGENT(32),
  USER(64),
  CONFIG(128),
  DTMF(256),
  REPORTING(512),
  CDR(1024),
  DIALPLAN(2048),
  ORIGINATE(4096),
  AGI(8192),
  CC(32_768),
  AOC(65_536),
  TEST(131_072),
  SECURITY(262_144),
  MESSAGE(1 << 30);

  private final int bit;

  Permission(int bit) {
    this.bit = bit;
  }

  /** Its bit in numeric masks. */
  public int bit() {
    return bit;
  }

  /** The word that stands for it in configuration and events. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The class of that word, case ignored. */
  public static Optional<Permission> of(String word) {
    return Arrays.stream(values()).filter(p -> p.word().equalsIgnoreCase(word)).findFirst();
  }
}
