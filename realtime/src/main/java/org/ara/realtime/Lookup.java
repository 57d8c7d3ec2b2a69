package org.ara.realtime;

import java.util.Objects;
import java.util.function.Function;

/**
 * The answer to a read: found, absent or unavailable. "The database is down" never looks like "no
 * such row".
 *
 * @param <T> what is found: a {@link Row}, or a non-empty list of them
 */
public sealed interface Lookup<T> {

  /** The storage answered with this. */
  record Found<T>(T value) implements Lookup<T> {
    public Found {
      Objects.requireNonNull(value, "value");
    }
  }

  /** A healthy storage has no such row. */
  record Absent<T>() implements Lookup<T> {}

  /** Nobody knows: the storage could not be asked, or answered with an error. */
  record Unavailable<T>(Outage outage) implements Lookup<T> {
    public Unavailable {
      Objects.requireNonNull(outage, "outage");
    }
  }

  /** The same answer about something made from what was found. */
  default <R> Lookup<R> map(Function<? super T, ? extends R> made) {
    return switch (this) {
      case Found<T>(T value) -> new Found<>(made.apply(value));
      case Absent<T>() -> new Absent<>();
      case Unavailable<T>(Outage outage) -> new Unavailable<>(outage);
    };
  }
}
