package org.ara.pbx.dialplan;

import org.ara.pbx.variable.Globals;

/**
 * The dialplan in force and the global variables. Published as a service by the module that loads
 * the dialplan; a reload replaces the snapshot with one write.
 */
public final class CurrentDialplan {

  private final Globals globals = new Globals();
  private volatile Dialplan dialplan = Dialplan.empty();

  /** The dialplan as it is now; hold on to it only for one lookup. */
  public Dialplan get() {
    return dialplan;
  }

  /** The variables that all channels share. */
  public Globals globals() {
    return globals;
  }

  void replace(Dialplan next) {
    dialplan = next;
  }
}
