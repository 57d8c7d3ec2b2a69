package org.ara.realtime.engine;

import java.util.List;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.ara.realtime.Row;
import org.ara.realtime.cache.Kept;
import org.ara.realtime.cache.Question;
import org.ara.realtime.spi.Table;
import org.jspecify.annotations.Nullable;

/** Watches a question on its way; mostly nobody does. */
interface Trace {

  /** Nobody watches. */
  Trace NONE = new Trace() {};

  /** Asks the table, in the way that suits the watcher. */
  default Lookup<List<Row>> select(Table table, Question question) {
    String orderBy = question.conditions().getFirst().column();
    return table.select(question.conditions(), orderBy, question.single() ? 1 : 0);
  }

  /** A kept answer was looked for; whether it may be given without asking. */
  default void looked(@Nullable Kept kept, boolean trusted) {}

  /** A mapping is tried. */
  default void tries(Route route) {}

  /** The mapping that is tried answered. */
  default void answered(Lookup<List<Row>> answer) {}

  /** The mapping is not asked, as it is known to be away. */
  default void passedOver(Outage outage) {}

  /** A kept answer is given because nobody can be asked. */
  default void gave(Kept copy) {}
}
