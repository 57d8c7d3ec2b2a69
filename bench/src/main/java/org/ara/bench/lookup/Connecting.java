package org.ara.bench.lookup;

/** A contestant that can be had with any number of connections. */
@FunctionalInterface
public interface Connecting {

  /** The contestant with so many connections; the caller closes it. */
  Contestant with(int connections) throws Exception;

  /**
   * The contestant with the number of connections that suits it best on this machine.
   *
   * @param nanos how long each number is tried
   * @param peers how many peers there are
   */
  static Contestant fastest(
      Connecting contestant, int callers, long nanos, int peers, int... numbers) throws Exception {
    int best = numbers[0];
    double fastest = 0;
    for (int number : numbers) {
      if (number > callers) {
        continue;
      }
      try (Contestant tried = contestant.with(number)) {
        double rate = Round.run(tried, callers, nanos, peers).perSecond();
        if (rate > fastest) {
          fastest = rate;
          best = number;
        }
      }
    }
    return contestant.with(best);
  }
}
