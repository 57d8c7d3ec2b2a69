package org.ara.pbx.dialplan;

import org.ara.pbx.variable.Globals;

/**
 * The dialplan in force and the global variables. Published as a service by the module that loads
 * the dialplan; a reload replaces the snapshot with one write.
 */
public final class CurrentDialplan {

  private final Globals globals = new Globals();
  private final LiveExtensions live = new LiveExtensions();
  private volatile Dialplan dialplan = Dialplan.empty().with(live);

  /** The dialplan as it is now; hold on to it only for one lookup. */
  public Dialplan get() {
    return dialplan;
  }

  /** The variables that all channels share. */
  public Globals globals() {
    return globals;
  }

  /** The extensions that come and go while the server runs. */
  public LiveExtensions live() {
    return live;
  }

  void replace(Dialplan next) {
    dialplan = next.with(live);
  }
}
