package org.ara.bench.cache;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Measures something on one thread, several times, by the processor time of that thread: what one
 * core does, however busy the machine is.
 *
 * @param rounds how many times
 * @param nanos how long each
 */
record HitRounds(int rounds, long nanos) {

  private static final int BLOCK = 4096;

  /** So many answers that the compiler has seen to all of it, also on a busy machine. */
  private static final long WARM = 20_000_000;

  /** Names in random order, as they come from the wire: no two the same object. */
  static String[] names(int count, int of, IntFunction<String> name) {
    Random random = new Random(1);
    String[] names = new String[Integer.highestOneBit(Math.max(BLOCK, count))];
    for (int i = 0; i < names.length; i++) {
      names[i] = name.apply(random.nextInt(of));
    }
    return names;
  }

  /** Prints how often in a second of processor time, and how many bytes each time. */
  void measure(
      String what, String[] names, Function<String, @Nullable Object> answer, PrintStream out) {
    for (long warm = 0; warm < WARM; ) {
      warm += round(names, answer);
    }
    double[] rates = new double[rounds];
    double[] bytes = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      long allocated = threads().getCurrentThreadAllocatedBytes();
      long began = threads().getCurrentThreadCpuTime();
      long count = round(names, answer);
      rates[i] = count * 1e9 / (threads().getCurrentThreadCpuTime() - began);
      bytes[i] = (threads().getCurrentThreadAllocatedBytes() - allocated) / (double) count;
    }
    CacheScenario.line(out, "%-46s %12.0f %14.2f", what, median(rates), median(bytes));
  }

  /** Bytes of heap in use, after a collection. */
  static long heap() {
    System.gc();
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Fails if the answer is not of that kind. */
  static void expect(Object answer, Class<?> kind) {
    if (!kind.isInstance(answer)) {
      throw new IllegalStateException("not " + kind.getSimpleName() + " but " + answer);
    }
  }

  private long round(String[] names, Function<String, @Nullable Object> answer) {
    long end = System.nanoTime() + nanos;
    long count = 0;
    int missing = 0;
    for (int at = 0; System.nanoTime() - end < 0; at = (at + BLOCK) & (names.length - 1)) {
      for (int i = 0; i < BLOCK; i++) {
        missing += answer.apply(names[at + i]) == null ? 1 : 0;
      }
      count += BLOCK;
    }
    if (missing > 0) {
      throw new IllegalStateException(missing + " answers are missing");
    }
    return count;
  }

  private static com.sun.management.ThreadMXBean threads() {
    return (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  @Override
  public String toString() {
    return rounds + " rounds of " + nanos / 1_000_000_000L + " s";
  }
}
