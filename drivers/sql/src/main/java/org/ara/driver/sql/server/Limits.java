package org.ara.driver.sql.server;

import java.time.Duration;

/**
 * How many operations a server is asked to do at a time, and how long they may take.
 *
 * @param connections how many connections there may be
 * @param maxWaiting how many operations may wait for one
 * @param connectDeadline how long making a connection may take
 * @param statementDeadline how long a statement may take
 * @param turnDeadline how long an operation waits for a connection
 */
public record Limits(
    int connections,
    int maxWaiting,
    Duration connectDeadline,
    Duration statementDeadline,
    Duration turnDeadline) {

  /** What beyond the server's own deadline proves that the server or the network is gone. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  /** How long a statement may be without an answer before its connection is given up. */
  Duration silence() {
    return statementDeadline.plus(GRACE);
  }
}
