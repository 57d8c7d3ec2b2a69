package org.ara.bench.lookup;

import java.lang.management.ManagementFactory;
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
 * What one round of one contestant came to.
 *
 * @param perSecond lookups a second, of all callers together
 * @param p50Micros the middle latency
 * @param p99Micros the latency that one in a hundred exceeds
 * @param cpuMicros processor time of this process for each lookup; a database server is another
 *     process
 */
public record Round(double perSecond, double p50Micros, double p99Micros, double cpuMicros) {

  /** Lets callers look up peers, each the next one as soon as it has the last, for some time. */
  public static Round run(Contestant contestant, int callers, long nanos, int peers)
      throws Exception {
    long cpuBefore = cpuNanos();
    long begin = System.nanoTime();
    List<Future<long[]>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<long[]> caller = () -> call(contestant, begin + nanos, peers);
      for (int i = 0; i < callers; i++) {
        running.add(threads.submit(caller));
      }
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    double cpu = (cpuNanos() - cpuBefore) / 1e3;
    long[] latencies = merged(running);
    return new Round(
        latencies.length / seconds,
        latencies[latencies.length / 2] / 1e3,
        latencies[latencies.length * 99 / 100] / 1e3,
        cpu / latencies.length);
  }

  /** The medians of several rounds, each number for itself. */
  public static Round median(List<Round> rounds) {
    return new Round(
        median(rounds.stream().mapToDouble(Round::perSecond).toArray()),
        median(rounds.stream().mapToDouble(Round::p50Micros).toArray()),
        median(rounds.stream().mapToDouble(Round::p99Micros).toArray()),
        median(rounds.stream().mapToDouble(Round::cpuMicros).toArray()));
  }

  private static long[] call(Contestant contestant, long end, int peers) throws Exception {
    long[] latencies = new long[4096];
    int count = 0;
    for (long now = System.nanoTime(); now - end < 0; count++) {
      contestant.lookUp(Peers.name(ThreadLocalRandom.current().nextInt(peers)));
      long after = System.nanoTime();
      if (count == latencies.length) {
        latencies = Arrays.copyOf(latencies, count * 2);
      }
      latencies[count] = after - now;
      now = after;
    }
    return Arrays.copyOf(latencies, count);
  }

  private static long[] merged(List<Future<long[]>> all) throws Exception {
    List<long[]> parts = new ArrayList<>();
    for (Future<long[]> one : all) {
      parts.add(one.get(1, TimeUnit.MINUTES));
    }
    return parts.stream().flatMapToLong(Arrays::stream).sorted().toArray();
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
        .getProcessCpuTime();
  }
}
