package org.ara.realtime.spi;

/** Where driver modules make their drivers known to the engine. */
public interface DriverRegistry {

  /**
   * Makes a driver available under its name.
   *
   * @throws IllegalStateException if the name is taken
   */
  void register(Driver driver);

  /** Takes it away again; lookups through it become <i>unavailable</i>. */
  void unregister(Driver driver);
}
