package org.ara.bench.register;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * What a round against one server came to.
 *
 * @param perSecond registrations a second, challenge included
 * @param p50Millis the middle latency of a whole registration
 * @param p99Millis the latency that one in a hundred exceeds
 * @param cpuMicros processor time of the server for each; the database's is not in it
 * @param retransmissions requests sent again after half a second
 * @param failed registrations that ended with something else than 200
 */
record Load(
    double perSecond,
    double p50Millis,
    double p99Millis,
    double cpuMicros,
    long retransmissions,
    long failed) {

  /** What one caller did. */
  private record Share(List<Long> nanos, long retransmissions, long failed) {}

  /** Lets callers register random peers, each the next one as soon as it has an answer. */
  static Load run(Registrar server, int callers, long nanos) throws Exception {
    long cpuBefore = server.cpuMicros();
    long begin = System.nanoTime();
    List<Future<Share>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
      Callable<Share> caller = () -> call(server, begin + nanos);
      for (int i = 0; i < callers; i++) {
        running.add(threads.submit(caller));
      }
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    long cpu = server.cpuMicros() - cpuBefore;
    List<Long> all = new ArrayList<>();
    long retransmissions = 0;
    long failed = 0;
    for (Future<Share> one : running) {
      Share share = one.get(1, TimeUnit.MINUTES);
      all.addAll(share.nanos());
      retransmissions += share.retransmissions();
      failed += share.failed();
    }
    long[] sorted = all.stream().mapToLong(Long::longValue).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalStateException(server.name() + " registered nobody");
    }
    return new Load(
        sorted.length / seconds,
        sorted[sorted.length / 2] / 1e6,
        sorted[sorted.length * 99 / 100] / 1e6,
        (double) cpu / sorted.length,
        retransmissions,
        failed);
  }

  private static Share call(Registrar server, long end) throws Exception {
    List<Long> latencies = new ArrayList<>();
    long failed = 0;
    try (Caller caller = new Caller(server.address())) {
      for (long now = System.nanoTime(); now - end < 0; now = System.nanoTime()) {
        if (caller.register(ThreadLocalRandom.current().nextInt(Peers.COUNT)) == 200) {
          latencies.add(System.nanoTime() - now);
        } else {
          failed++;
        }
      }
      return new Share(latencies, caller.retransmissions(), failed);
    }
  }

  /** The medians of several rounds, each number for itself; the counts are sums. */
  static Load median(List<Load> rounds) {
    return new Load(
        median(rounds.stream().mapToDouble(Load::perSecond).toArray()),
        median(rounds.stream().mapToDouble(Load::p50Millis).toArray()),
        median(rounds.stream().mapToDouble(Load::p99Millis).toArray()),
        median(rounds.stream().mapToDouble(Load::cpuMicros).toArray()),
        rounds.stream().mapToLong(Load::retransmissions).sum(),
        rounds.stream().mapToLong(Load::failed).sum());
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
