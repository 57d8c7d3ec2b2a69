package org.ara.sip.peer;

import java.util.function.Function;
import java.util.function.Supplier;
import org.ara.realtime.Lookup;

/**
 * A sequence of lookups of which the first that does not say <i>absent</i> counts: an outage ends
 * it, since what a later one finds might be the wrong one.
 */
public final class FirstFound<T> {

  private final Lookup<T> soFar;

  /** Nothing yet. */
  public FirstFound() {
    this(new Lookup.Absent<>());
  }

  private FirstFound(Lookup<T> soFar) {
    this.soFar = soFar;
  }

  /** Asks the next one, if nothing counts yet. */
  public FirstFound<T> or(Supplier<Lookup<T>> next) {
    return soFar instanceof Lookup.Absent<T> ? new FirstFound<>(next.get()) : this;
  }

  /** Takes the next one, if nothing counts yet. */
  public FirstFound<T> or(Lookup<T> next) {
    return or(() -> next);
  }

  /** What becomes of the one that counts. */
  public <R> Lookup<R> andThen(Function<T, Lookup<R>> made) {
    return switch (soFar) {
      case Lookup.Found<T>(T value) -> made.apply(value);
      case Lookup.Absent<T> _ -> new Lookup.Absent<>();
      case Lookup.Unavailable<T>(var outage) -> new Lookup.Unavailable<>(outage);
    };
  }
}
