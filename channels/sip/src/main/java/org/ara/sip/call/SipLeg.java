package org.ara.sip.call;

import org.ara.pbx.Leg;

/** A leg of ours: one that came in or one that goes out. */
sealed interface SipLeg extends Leg permits IncomingLeg, OutgoingLeg {

  /** How lists show it. */
  CallView view();
}
