package org.ara.sip.settings;

import java.time.Duration;
import org.ara.pbx.device.ExtensionState;

/**
 * What those are told who watch numbers, and for how long.
 *
 * @param ringing whether that a phone rings ({@code notifyringing})
 * @param hold whether that a call is on hold ({@code notifyhold})
 * @param least the least time granted to a subscription
 * @param most the most
 */
public record Watchers(boolean ringing, boolean hold, Duration least, Duration most) {

  /** A state as they are told it. */
  public ExtensionState shown(ExtensionState state) {
    return switch (state) {
      case RINGING -> ringing ? state : ExtensionState.IDLE;
      case INUSE_RINGING -> ringing ? state : ExtensionState.INUSE;
      case HOLD -> hold ? state : ExtensionState.INUSE;
      case NONE, IDLE, INUSE, BUSY, UNAVAILABLE -> state;
    };
  }
}
