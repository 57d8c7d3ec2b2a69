package org.ara.driver.sql;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ara.realtime.spi.TableDescription;

/**
 * A table as the database described it at some time.
 *
 * @param sqlName its real name, quoted, with its schema if it needs one
 * @param columns in table order; at least one
 * @param readAt {@link System#nanoTime} of the description
 */
public record DescribedTable(String sqlName, List<SqlColumn> columns, long readAt) {

  public DescribedTable {
    columns = List.copyOf(columns);
  }

  /** The column spelled exactly so, else the one that differs only in case. */
  public Optional<SqlColumn> column(String name) {
    Optional<SqlColumn> exact = columns.stream().filter(c -> c.name().equals(name)).findFirst();
    return exact.isPresent()
        ? exact
        : columns.stream().filter(c -> c.name().equalsIgnoreCase(name)).findFirst();
  }

  boolean olderThan(Duration age) {
    return System.nanoTime() - readAt > age.toNanos();
  }

  TableDescription toDescription() {
    return new TableDescription(columns.stream().map(SqlColumn::description).toList());
  }
}
