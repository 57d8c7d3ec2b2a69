package org.ara.bench.lookup;

import java.io.IOException;
import java.util.stream.IntStream;

/** pgbench with the number of clients that suits it best on this machine. */
public record BestClients(PgBench pgbench, int clients, int seconds) {

  /** Tries several numbers of clients, some seconds each. */
  public static BestClients find(PgBench pgbench, int seconds, int... numbers)
      throws IOException, InterruptedException {
    int best = numbers[0];
    double fastest = 0;
    for (int number : IntStream.of(numbers).toArray()) {
      double rate = pgbench.rate(number, seconds);
      if (rate > fastest) {
        fastest = rate;
        best = number;
      }
    }
    return new BestClients(pgbench, best, seconds);
  }

  /** The program and its number of clients. */
  public String name() {
    return "pgbench, " + clients;
  }

  /** Transactions a second, measured now. */
  public double rate() throws IOException, InterruptedException {
    return pgbench.rate(clients, seconds);
  }
}
