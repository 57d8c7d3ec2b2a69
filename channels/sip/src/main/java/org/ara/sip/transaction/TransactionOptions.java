package org.ara.sip.transaction;

import java.time.Duration;

/**
 * The base times of RFC 3261 section 17.1.1.1 and the bound on work.
 *
 * @param t1 estimated round trip, 500 ms by default; all other times follow from it
 * @param t2 greatest interval between retransmissions, 4 s by default
 * @param t4 how long a message may linger in the network, 5 s by default
 * @param maximumTransactions how many transactions may be alive at once, server and client
 *     together; a request above it is answered 503 without state
 * @param retryAfter the Retry-After of that 503
 */
public record TransactionOptions(
    Duration t1, Duration t2, Duration t4, int maximumTransactions, Duration retryAfter) {
  /** The times of the RFC and room for 100,000 transactions. */
  public static final TransactionOptions DEFAULTS =
      new TransactionOptions(
          Duration.ofMillis(500),
          Duration.ofSeconds(4),
          Duration.ofSeconds(5),
          100_000,
          Duration.ofSeconds(5));

  /**
   * @throws IllegalArgumentException if a time is not positive or no transaction may live
   */
  public TransactionOptions {
    if (!t1.isPositive() || !t2.isPositive() || !t4.isPositive() || maximumTransactions < 1) {
      throw new IllegalArgumentException(
          "T1, T2, T4 and the number of transactions must be positive");
    }
  }

  /** These options with other times; T4 is ten times T1. */
  public TransactionOptions withT1(Duration newT1, Duration newT2) {
    return new TransactionOptions(
        newT1, newT2, newT1.multipliedBy(10), maximumTransactions, retryAfter);
  }

  public TransactionOptions withMaximumTransactions(int maximum) {
    return new TransactionOptions(t1, t2, t4, maximum, retryAfter);
  }

  /** 64*T1: how long a transaction waits for its end. */
  Duration patience() {
    return t1.multipliedBy(64);
  }
}
