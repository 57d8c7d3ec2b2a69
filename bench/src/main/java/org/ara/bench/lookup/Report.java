package org.ara.bench.lookup;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lets two contestants take turns and prints the medians of their rounds side by side. */
final class Report {

  private final PrintStream out;
  private final int callers;
  private final int rounds;
  private final long nanos;
  private final int peers;

  Report(PrintStream out, int callers, int rounds, long nanos, int peers) {
    this.out = out;
    this.callers = callers;
    this.rounds = rounds;
    this.nanos = nanos;
    this.peers = peers;
    out.println();
    line(
        "%d caller%s, medians of %d rounds of %.0f s in turns, %d processors",
        callers,
        callers == 1 ? "" : "s",
        rounds,
        nanos / 1e9,
        Runtime.getRuntime().availableProcessors());
    line(
        "%-8s %-14s %10s %9s %9s %10s %7s",
        "storage", "", "lookups/s", "p50 us", "p99 us", "CPU us/op", "ratio");
  }

  /**
   * Measures both, and pgbench in turn with them where there is one; the ratio is Ara's throughput
   * to that of its peer.
   */
  void compare(String storage, Contestant ara, Contestant peer, @Nullable BestClients pgbench)
      throws Exception {
    try (ara;
        peer) {
      Round.run(ara, callers, nanos, peers);
      Round.run(peer, callers, nanos, peers);
      List<Round> ours = new ArrayList<>();
      List<Round> theirs = new ArrayList<>();
      List<Double> best = new ArrayList<>();
      for (int i = 0; i < rounds; i++) {
        ours.add(Round.run(ara, callers, nanos, peers));
        theirs.add(Round.run(peer, callers, nanos, peers));
        if (pgbench != null) {
          best.add(pgbench.rate());
        }
      }
      Round our = Round.median(ours);
      Round their = Round.median(theirs);
      print(storage, ara.name(), our, our.perSecond() / their.perSecond());
      print(storage, peer.name(), their, 1);
      if (pgbench != null) {
        double rate = best.stream().sorted().toList().get(best.size() / 2);
        line(
            "%-8s %-14s %10.0f %39s Ara's ratio to it: %.2f",
            storage, pgbench.name(), rate, "", our.perSecond() / rate);
      }
    }
  }

  private void print(String storage, String name, Round round, double ratio) {
    line(
        "%-8s %-14s %10.0f %9.0f %9.0f %10.1f %7.2f",
        storage,
        name,
        round.perSecond(),
        round.p50Micros(),
        round.p99Micros(),
        round.cpuMicros(),
        ratio);
  }

  private void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
