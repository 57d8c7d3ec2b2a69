package org.ara.realtime.snapshot;

import java.util.List;
import java.util.Objects;
import org.ara.realtime.Lookup;
import org.ara.realtime.Row;
import org.ara.realtime.cache.Question;

/**
 * One answer of a snapshot.
 *
 * @param question what was asked
 * @param answer found or absent
 * @param readAt when it was read from a storage, in milliseconds since 1970
 */
public record SavedAnswer(Question question, Lookup<List<Row>> answer, long readAt) {

  public SavedAnswer {
    Objects.requireNonNull(question, "question");
    if (answer instanceof Lookup.Unavailable) {
      throw new IllegalArgumentException("an outage is no answer");
    }
  }
}
