package org.ara.pbx.device;

import java.util.List;

/** What the devices of a hint are doing together, numbered as protocols number it. */
public enum ExtensionState {
  NONE(-1, "Unknown"),
  IDLE(0, "Idle"),
  INUSE(1, "InUse"),
  BUSY(2, "Busy"),
  UNAVAILABLE(4, "Unavailable"),
  RINGING(8, "Ringing"),
  INUSE_RINGING(9, "InUse&Ringing"),
  HOLD(16, "Hold");

  private final int number;
  private final String text;

  ExtensionState(int number, String text) {
    this.number = number;
    this.text = text;
  }

  /** Its number; -1 where there is no hint. */
  public int number() {
    return number;
  }

  /** Its words. */
  public String text() {
    return text;
  }

  private static boolean rings(DeviceState device) {
    return device == DeviceState.RINGING || device == DeviceState.RINGINUSE;
  }

  private static boolean isTaken(DeviceState device) {
    return device == DeviceState.INUSE
        || device == DeviceState.BUSY
        || device == DeviceState.RINGINUSE
        || device == DeviceState.ONHOLD;
  }

  /** The state of several devices together: in use if one of them is, and so on. */
  static ExtensionState of(List<DeviceState> devices) {
    boolean rings = devices.stream().anyMatch(ExtensionState::rings);
    boolean taken = devices.stream().anyMatch(ExtensionState::isTaken);
    if (rings) {
      return taken ? INUSE_RINGING : RINGING;
    }
    if (!devices.isEmpty() && devices.stream().allMatch(d -> d == DeviceState.BUSY)) {
      return BUSY;
    }
    if (!devices.isEmpty() && devices.stream().allMatch(d -> d == DeviceState.ONHOLD)) {
      return HOLD;
    }
    if (taken) {
      return INUSE;
    }
    return devices.contains(DeviceState.NOT_INUSE) ? IDLE : UNAVAILABLE;
  }
}
