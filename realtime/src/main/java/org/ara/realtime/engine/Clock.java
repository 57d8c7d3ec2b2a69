package org.ara.realtime.engine;

/** Milliseconds since 1970 that never go back while the program runs. */
@FunctionalInterface
interface Clock {

  long millis();

  /** The system's time as of now, going on steadily whatever is done to the system's clock. */
  static Clock steady() {
    long millis = System.currentTimeMillis();
    long nanos = System.nanoTime();
    return () -> millis + (System.nanoTime() - nanos) / 1_000_000;
  }
}
