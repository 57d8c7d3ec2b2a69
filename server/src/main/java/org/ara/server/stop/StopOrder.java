package org.ara.server.stop;

/**
 * A wish for the end of the server.
 *
 * @param urgency how long it waits
 * @param restart whether the program starts again
 */
public record StopOrder(Urgency urgency, boolean restart) {

  /** The end at once, and no new start. */
  public static final StopOrder STOP_NOW = new StopOrder(Urgency.NOW, false);

  /** What is waited for: {@code halt} or {@code restart}. */
  String aim() {
    return restart ? "restart" : "halt";
  }
}
