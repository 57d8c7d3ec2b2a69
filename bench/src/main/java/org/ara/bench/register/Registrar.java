package org.ara.bench.register;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * A SIP server in a process of its own that keeps registrations in PostgreSQL.
 *
 * @param name for the report
 * @param process the server's, with its children
 * @param address where it takes UDP
 */
record Registrar(String name, Process process, InetSocketAddress address) implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Processor time that the server has used so far, in microseconds; ticks of 10 ms. */
  long cpuMicros() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .map(handle -> handle.info().totalCpuDuration().orElse(Duration.ZERO))
        .mapToLong(duration -> duration.toNanos() / 1000)
        .sum();
  }

  /** Ends the server and whatever it started. */
  @Override
  public void close() throws InterruptedException {
    var all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    process.destroy();
    if (!process.waitFor(PATIENCE)) {
      all.forEach(ProcessHandle::destroyForcibly);
    }
  }
}
