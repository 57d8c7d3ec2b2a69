package org.ara.sip.defence;

/** What is known of one address. For one thread at a time. */
final class Source {

  /** Requests without a proof that were passed on. */
  final Bucket unproven = new Bucket();

  /** Proofs that were wrong. */
  final Bucket failures = new Bucket();

  /** Events about it. */
  final Bucket events = new Bucket();

  private long key;
  private long seen;
  private boolean used;
  private boolean trusted;
  private boolean exempt;
  private long knownUntil;

  /** Whether this is the address of that key. */
  boolean is(long other) {
    return used && key == other;
  }

  /** Makes it the account of another address, about which nothing is known. */
  void become(long other) {
    key = other;
    used = true;
    trusted = false;
    exempt = false;
    unproven.reset();
    failures.reset();
    events.reset();
  }

  /** Whether it is less of a loss than another: not trusted, or longer not seen. */
  boolean yieldsBefore(Source other) {
    if (used != other.used) {
      return !used;
    }
    boolean known = trusted || exempt;
    boolean otherKnown = other.trusted || other.exempt;
    return known == otherKnown ? seen - other.seen < 0 : otherKnown;
  }

  void seen(long now) {
    seen = now;
    if (now - knownUntil > 0) {
      trusted = false;
      exempt = false;
    }
  }

  /** Somebody there proved a password. */
  void trust(long until) {
    trusted = true;
    knownUntil = until;
  }

  /** A peer without a password is configured to be there. */
  void exempt(long until) {
    exempt = true;
    knownUntil = until;
  }

  boolean isTrusted() {
    return trusted;
  }

  boolean isExempt() {
    return exempt;
  }
}
