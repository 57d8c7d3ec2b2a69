package org.ara.sip.call;

import org.ara.pbx.device.DeviceState;
import org.ara.sip.peer.CallPolicy;

/**
 * How many calls a peer has.
 *
 * @param calls all of them, both ways
 * @param ringing those that ring at it
 * @param held those that it put on hold
 */
public record Use(int calls, int ringing, int held) {

  static final Use NONE = new Use(0, 0, 0);

  Use plus(int moreCalls, int moreRinging, int moreHeld) {
    return new Use(calls + moreCalls, ringing + moreRinging, held + moreHeld);
  }

  /** What a peer with these calls is doing, where it is there. */
  public DeviceState state(CallPolicy policy) {
    int talking = calls - ringing;
    if (held > 0 && held == talking && ringing == 0) {
      return DeviceState.ONHOLD;
    }
    if (ringing > 0) {
      return talking > 0 ? DeviceState.RINGINUSE : DeviceState.RINGING;
    }
    boolean full = policy.limit() > 0 && calls >= policy.limit();
    if (full || (policy.busyLevel() > 0 && calls >= policy.busyLevel())) {
      return DeviceState.BUSY;
    }
    return calls > 0 ? DeviceState.INUSE : DeviceState.NOT_INUSE;
  }
}
