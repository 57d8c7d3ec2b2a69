package org.ara.pbx.device;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ara.pbx.ChannelDriver;
import org.ara.pbx.Pbx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what devices are doing: asks the driver of their technology, and passes on what drivers say
 * of changes. Keeps nothing itself. Published as a service.
 */
public final class DeviceStates {

  private static final Logger LOG = LoggerFactory.getLogger(DeviceStates.class);

  private final Pbx pbx;
  private final List<DeviceListener> listeners = new CopyOnWriteArrayList<>();

  /** The devices of an exchange's drivers. */
  public DeviceStates(Pbx pbx) {
    this.pbx = pbx;
  }

  /**
   * What a device is doing now; may block while a database is asked.
   *
   * @param device {@code SIP/100}
   * @return {@link DeviceState#INVALID} for what is no device
   */
  public DeviceState of(String device) {
    int slash = device.indexOf('/');
    if (slash <= 0) {
      return DeviceState.INVALID;
    }
    Optional<ChannelDriver> driver = pbx.driver(device.substring(0, slash));
    return driver.map(d -> d.state(device.substring(slash + 1))).orElse(DeviceState.INVALID);
  }

  /** A driver says that a device may be doing something else. */
  public void changed(String device) {
    for (DeviceListener listener : listeners) {
      try {
        listener.changed(device);
      } catch (RuntimeException e) {
        LOG.error("a listener failed on device {}", device, e);
      }
    }
  }

  /** Tells a listener of every change from now on. */
  public void watch(DeviceListener listener) {
    listeners.add(listener);
  }

  /** Stops telling it. */
  public void unwatch(DeviceListener listener) {
    listeners.remove(listener);
  }
}
