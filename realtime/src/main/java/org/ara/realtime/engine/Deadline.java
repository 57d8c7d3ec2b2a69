package org.ara.realtime.engine;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** The longest that a caller waits for an operation, which itself goes on after that. */
final class Deadline {

  private Deadline() {}

  /**
   * Runs an operation.
   *
   * @param limit zero to wait for as long as it takes
   * @param operation must not throw
   * @param late the answer of a caller who waited in vain
   */
  static <T> T within(Duration limit, Supplier<T> operation, Supplier<T> late) {
    if (limit.isZero()) {
      return operation.get();
    }
    CompletableFuture<T> answer = new CompletableFuture<>();
    Thread.ofVirtual().name("realtime-ask").start(() -> complete(answer, operation));
    try {
      return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return late.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return late.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("an operation threw", e);
    }
  }

  private static <T> void complete(CompletableFuture<T> answer, Supplier<T> operation) {
    try {
      answer.complete(operation.get());
    } catch (Throwable thrown) {
      answer.completeExceptionally(thrown);
    }
  }
}
