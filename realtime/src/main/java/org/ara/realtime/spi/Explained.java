package org.ara.realtime.spi;

import java.util.List;
import org.ara.realtime.Lookup;
import org.ara.realtime.Row;

/**
 * A read with what a storage can tell of it.
 *
 * @param answer as {@link Table#select} gives it
 * @param statements what the storage was asked in its own language, with placeholders for values;
 *     empty if it does not tell
 * @param details further lines for an operator: the batch it went out with, the connection
 */
public record Explained(Lookup<List<Row>> answer, List<String> statements, List<String> details) {

  public Explained {
    statements = List.copyOf(statements);
    details = List.copyOf(details);
  }
}
