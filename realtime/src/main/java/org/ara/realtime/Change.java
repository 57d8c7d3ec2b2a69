package org.ara.realtime;

import java.util.Objects;

/** The answer to a write: how many rows it changed, or that it could not be done. */
public sealed interface Change {

  /**
   * The storage did it, durably.
   *
   * @param rows how many rows were changed; 0 is a success
   */
  record Done(int rows) implements Change {}

  /** It was not done, as far as anybody knows. */
  record Unavailable(Outage outage) implements Change {
    public Unavailable {
      Objects.requireNonNull(outage, "outage");
    }
  }
}
