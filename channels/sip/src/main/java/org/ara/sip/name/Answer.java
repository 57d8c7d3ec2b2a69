package org.ara.sip.name;

import java.time.Duration;
import java.util.List;

/**
 * What name servers say to a question.
 *
 * @param <T> a record
 */
public sealed interface Answer<T> {

  /**
   * They know.
   *
   * @param records empty if there are none, which is an answer as well
   * @param life for how long that holds
   */
  record Given<T>(List<T> records, Duration life) implements Answer<T> {

    public Given {
      records = List.copyOf(records);
    }
  }

  /**
   * None of them answered.
   *
   * @param why for a log
   */
  record Missing<T>(String why) implements Answer<T> {}

  /** The records, none where there was no answer. */
  default List<T> orNone() {
    return switch (this) {
      case Given<T>(List<T> records, Duration _) -> records;
      case Missing<T> _ -> List.of();
    };
  }
}
