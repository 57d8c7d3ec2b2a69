package org.ara.pbx.device;

/** Is told that devices may be doing something else. Must be quick and must not throw. */
@FunctionalInterface
public interface DeviceListener {

  /**
   * A device's state may have changed; {@link DeviceStates#of} tells what it is now.
   *
   * @param device as in {@code Dial}: {@code SIP/100}
   */
  void changed(String device);
}
