package org.ara.pbx;

/** The states of a channel, numbered as the manager interface numbers them. */
public enum ChannelState {
  DOWN("Down"),
  RESERVED("Rsrvd"),
  OFF_HOOK("OffHook"),
  DIALING("Dialing"),
  RING("Ring"),
  RINGING("Ringing"),
  UP("Up"),
  BUSY("Busy");

  private final String label;

  ChannelState(String label) {
    this.label = label;
  }

  /** The word shown in lists. */
  public String label() {
    return label;
  }
}
