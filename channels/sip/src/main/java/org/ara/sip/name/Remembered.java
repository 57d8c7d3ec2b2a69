package org.ara.sip.name;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The answers to one kind of question, each for as long as it holds. While a question is under way
 * nobody asks it again. Where name servers are silent, what they said last holds for another day
 * (RFC 8767). Safe for use by several threads.
 *
 * @param <T> a record
 */
final class Remembered<T> {

  private static final int MOST_NAMES = 10_000;
  private static final Duration FORGOTTEN = Duration.ofDays(1);

  private final Function<String, CompletableFuture<Answer<T>>> asker;
  private final LongSupplier nanos;
  private final Cache<String, RememberedName<T>> names;

  Remembered(Function<String, CompletableFuture<Answer<T>>> asker, LongSupplier nanos) {
    this.asker = asker;
    this.nanos = nanos;
    this.names =
        Caffeine.newBuilder()
            .maximumSize(MOST_NAMES)
            .expireAfterAccess(FORGOTTEN)
            .ticker(nanos::getAsLong)
            .build();
  }

  /** What is known of a name, or will be. */
  CompletableFuture<Answer<T>> get(String name) {
    return names.get(name, _ -> new RememberedName<>()).get(() -> asker.apply(name), nanos);
  }
}
