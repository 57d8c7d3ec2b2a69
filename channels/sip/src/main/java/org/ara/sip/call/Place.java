package org.ara.sip.call;

/**
 * The place that one call takes among its peer's: given back once, whoever ends the call and
 * however often that is said.
 */
final class Place {

  private final Uses uses;
  private final String name;
  private boolean ringing;
  private boolean held;
  private boolean free;

  Place(Uses uses, String name, boolean ringing) {
    this.uses = uses;
    this.name = name;
    this.ringing = ringing;
  }

  /** A call that rang at the peer does so no longer. */
  synchronized void answered() {
    if (!free && ringing) {
      ringing = false;
      uses.change(name, 0, -1, 0);
    }
  }

  /** The peer put the call on hold, or took it off. */
  synchronized void held(boolean now) {
    if (!free && held != now) {
      held = now;
      uses.change(name, 0, 0, now ? 1 : -1);
    }
  }

  /** The call is over. */
  synchronized void free() {
    if (!free) {
      free = true;
      uses.change(name, -1, ringing ? -1 : 0, held ? -1 : 0);
    }
  }
}
