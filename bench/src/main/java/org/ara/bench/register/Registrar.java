package org.ara.bench.register;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
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
  private static final int STARTUP_ATTEMPTS = 10;

  /** Processor time that the server has used so far, in microseconds; ticks of 10 ms. */
  long cpuMicros() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .map(handle -> handle.info().totalCpuDuration().orElse(Duration.ZERO))
        .mapToLong(duration -> duration.toNanos() / 1000)
        .sum();
  }

  /** Waits until it answers; it must know the first of the {@link Peers}. */
  void awaitAnswer() throws IOException {
    for (int attempt = 0; attempt < STARTUP_ATTEMPTS; attempt++) {
      try (Caller caller = new Caller(address)) {
        int status = caller.register(0);
        if (status == 200) {
          return;
        }
        if (attempt == STARTUP_ATTEMPTS - 1) {
          throw new IOException(name + " answers " + status);
        }
      } catch (PortUnreachableException notYet) {
        LockSupport.parkNanos(1_000_000_000);
      }
      if (!process.isAlive()) {
        throw new IOException(name + " ended; its log is in its directory");
      }
    }
    throw new IOException(name + " does not answer");
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
