package org.ara.realtime.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ara.realtime.Requirement;
import org.ara.realtime.Shortfalls;

/**
 * A table's columns as the storage describes them.
 *
 * @param columns in table order
 */
public record TableDescription(List<Column> columns) {

  public TableDescription {
    columns = List.copyOf(columns);
  }

  /**
   * One column.
   *
   * @param name as the storage spells it
   * @param type the storage's word for its type
   * @param size characters or digits it holds, 0 where that means nothing
   * @param nullable whether it takes NULL
   * @param text whether it takes any text, the empty one included
   */
  public record Column(String name, String type, int size, boolean nullable, boolean text) {}

  /**
   * What the table lacks of what is required.
   *
   * @param table the table's name for messages
   */
  public Shortfalls shortfalls(String table, List<Requirement> requirements) {
    List<String> messages = new ArrayList<>();
    for (Requirement requirement : requirements) {
      String name = table + "." + requirement.column();
      column(requirement.column())
          .map(column -> Capacity.complaint(column, requirement))
          .orElseGet(() -> Optional.of("is missing; add it"))
          .ifPresent(complaint -> messages.add(name + " " + complaint));
    }
    return new Shortfalls(messages);
  }

  /** The column of that name, case ignored. */
  public Optional<Column> column(String name) {
    return columns.stream().filter(c -> c.name().equalsIgnoreCase(name)).findFirst();
  }
}
