package org.ara.pbx.device;

/** What a device is doing; its name is what {@code DEVICE_STATE()} and the manager say. */
public enum DeviceState {
  /** Nobody knows. */
  UNKNOWN("Unknown"),
  /** It is there and idle. */
  NOT_INUSE("Not in use"),
  INUSE("In use"),
  /** It takes no further call. */
  BUSY("Busy"),
  /** There is no such device. */
  INVALID("Invalid"),
  /** It is known, but not there. */
  UNAVAILABLE("Unavailable"),
  RINGING("Ringing"),
  /** It rings while it is in use. */
  RINGINUSE("Ring+Inuse"),
  /** All its calls are on hold. */
  ONHOLD("On Hold");

  private final String text;

  DeviceState(String text) {
    this.text = text;
  }

  /** For people. */
  public String text() {
    return text;
  }
}
