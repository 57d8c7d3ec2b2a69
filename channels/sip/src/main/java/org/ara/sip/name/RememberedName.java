package org.ara.sip.name;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is known of one name, and the question about it that is under way. */
final class RememberedName<T> {

  private static final Duration SILENCE = Duration.ofSeconds(5);
  private static final Duration OLDEST = Duration.ofDays(1);

  private @Nullable Answer<T> last;
  private long given;
  private long until;
  private @Nullable CompletableFuture<Answer<T>> asking;

  CompletableFuture<Answer<T>> get(
      Supplier<CompletableFuture<Answer<T>>> question, LongSupplier nanos) {
    CompletableFuture<Answer<T>> mine;
    synchronized (this) {
      Answer<T> known = last;
      if (known != null && nanos.getAsLong() - until < 0) {
        return CompletableFuture.completedFuture(known);
      }
      if (asking != null) {
        return asking;
      }
      mine = new CompletableFuture<>();
      asking = mine;
    }
    question
        .get()
        .exceptionally(failure -> new Answer.Missing<>(String.valueOf(failure.getMessage())))
        .thenAccept(answer -> mine.complete(kept(answer, nanos.getAsLong())));
    return mine;
  }

  private synchronized Answer<T> kept(Answer<T> answer, long now) {
    asking = null;
    switch (answer) {
      case Answer.Given<T>(var _, Duration life) -> {
        last = answer;
        given = now;
        until = now + life.toNanos();
        return answer;
      }
      case Answer.Missing<T> _ -> {
        Answer<T> before = last;
        until = now + SILENCE.toNanos();
        if (before instanceof Answer.Given<T> && now - given < OLDEST.toNanos()) {
          return before;
        }
        last = answer;
        return answer;
      }
    }
  }
}
