package org.ara.driver.sql;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ara.realtime.spi.TableDescription;

/**
 * A table as the database described it at some time.
 *
 * @param sqlName its real name, quoted, with its schema if it needs one
 * @param columns in table order; at least one
 * @param unique the names of columns of which no two rows hold the same values
 * @param readAt {@link System#nanoTime} of the description
 */
public record DescribedTable(
    String sqlName, List<SqlColumn> columns, Set<Set<String>> unique, long readAt) {

  public DescribedTable {
    columns = List.copyOf(columns);
    unique = Set.copyOf(unique);
  }

  /** A table of which it is not known what is unique. */
  public DescribedTable(String sqlName, List<SqlColumn> columns, long readAt) {
    this(sqlName, columns, Set.of(), readAt);
  }

  /** Whether no two rows hold the same values in all of these columns. */
  public boolean isUnique(List<SqlColumn> keys) {
    List<String> names = keys.stream().map(SqlColumn::name).toList();
    return unique.stream().anyMatch(names::containsAll);
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
