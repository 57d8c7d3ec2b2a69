package org.ara.sip.peer;

/** The {@code type} of a peer: what it may do. */
public enum PeerKind {
  /** May call in, by its name. */
  USER(true, false),
  /** Registers, is called, and calls in from its address. */
  PEER(false, true),
  /** Both. */
  FRIEND(true, true);

  private final boolean callsByName;
  private final boolean isCalled;

  PeerKind(boolean callsByName, boolean isCalled) {
    this.callsByName = callsByName;
    this.isCalled = isCalled;
  }

  /** Whether a caller may be recognized by this name in From. */
  public boolean callsByName() {
    return callsByName;
  }

  /** Whether it may register, be called and be recognized by address. */
  public boolean isCalled() {
    return isCalled;
  }
}
