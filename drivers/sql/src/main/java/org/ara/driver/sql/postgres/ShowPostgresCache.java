package org.ara.driver.sql.postgres;

import java.util.List;
import java.util.Locale;
import org.ara.driver.sql.SqlColumn;
import org.ara.driver.sql.SqlDriver;
import org.ara.driver.sql.SqlTable;
import org.ara.module.Command;

/**
 * {@code realtime show pgsql cache [table]}: the tables whose columns are known, and the columns.
 */
final class ShowPostgresCache implements Command {

  private static final String LAYOUT = "%-20.20s %-20.20s %3s %-8s";

  private final SqlDriver<PostgresDatabase> driver;

  ShowPostgresCache(SqlDriver<PostgresDatabase> driver) {
    this.driver = driver;
  }

  @Override
  public List<String> words() {
    return List.of("realtime", "show", "pgsql", "cache");
  }

  @Override
  public String summary() {
    return "Show the table descriptions known to the PostgreSQL driver";
  }

  @Override
  public String usage() {
    return "Usage: realtime show pgsql cache [<table>]\n"
        + "       Shows the tables that have been described, or the columns of one";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    return switch (arguments.size()) {
      case 0 -> {
        known().forEach(table -> out.line(table.name()));
        yield Status.SUCCESS;
      }
      case 1 -> show(arguments.getFirst(), out);
      default -> Status.USAGE;
    };
  }

  @Override
  public List<String> complete(List<String> arguments, String prefix) {
    return arguments.isEmpty()
        ? known().stream().map(SqlTable::name).filter(name -> name.startsWith(prefix)).toList()
        : List.of();
  }

  private Status show(String name, Output out) {
    for (SqlTable table : known()) {
      if (table.name().equals(name)) {
        out.line("Columns for Table Cache '" + name + "':");
        out.line(layout("Name", "Type", "Len", "Nullable"));
        table.knownColumns().forEach(column -> out.line(layout(column)));
        return Status.SUCCESS;
      }
    }
    out.line("No such table '" + name + "'");
    return Status.FAILURE;
  }

  private List<SqlTable> known() {
    return driver.tables().stream().filter(table -> !table.knownColumns().isEmpty()).toList();
  }

  private static String layout(SqlColumn column) {
    int length = column.description().size() > 0 ? column.description().size() : column.bytes();
    return layout(
        column.name(),
        column.description().type(),
        Integer.toString(length),
        column.description().nullable() ? "" : "NOT NULL");
  }

  private static String layout(String name, String type, String length, String nullable) {
    return String.format(Locale.ROOT, LAYOUT, name, type, length, nullable);
  }
}
