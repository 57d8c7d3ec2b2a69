package org.ara.driver.sql.mysql;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ara.driver.sql.SqlColumn;
import org.ara.driver.sql.SqlDriver;
import org.ara.driver.sql.SqlTable;
import org.ara.module.Command;

/**
 * {@code realtime mysql cache [section [table]]}: the tables whose columns are known, and the
 * columns of one.
 */
final class ShowMysqlCache implements Command {

  private static final String LAYOUT = "%-20.20s %-20.20s %3s";

  private final SqlDriver<MysqlDatabase> driver;

  ShowMysqlCache(SqlDriver<MysqlDatabase> driver) {
    this.driver = driver;
  }

  @Override
  public List<String> words() {
    return List.of("realtime", "mysql", "cache");
  }

  @Override
  public String summary() {
    return "Show the table descriptions known to the MySQL driver";
  }

  @Override
  public String usage() {
    return "Usage: realtime mysql cache [<section> [<table>]]\n"
        + "       Shows the tables that have been described, those of a section, or the columns\n"
        + "       of one";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    return switch (arguments.size()) {
      case 0 -> all(out);
      case 1 -> section(arguments.get(0), out);
      case 2 -> table(arguments.get(0), arguments.get(1), out);
      default -> Status.USAGE;
    };
  }

  @Override
  public List<String> complete(List<String> arguments, String prefix) {
    List<String> words =
        switch (arguments.size()) {
          case 0 -> List.copyOf(driver.databases().keySet());
          case 1 -> known(arguments.getFirst()).stream().map(SqlTable::name).toList();
          default -> List.of();
        };
    return words.stream().filter(word -> word.startsWith(prefix)).toList();
  }

  private Status all(Output out) {
    for (Map.Entry<String, MysqlDatabase> section : driver.databases().entrySet()) {
      known(section.getKey()).forEach(table -> out.line(section.getKey() + " " + table.name()));
    }
    return Status.SUCCESS;
  }

  private Status section(String section, Output out) {
    if (!driver.databases().containsKey(section)) {
      out.line("No such section '" + section + "' in " + MysqlModule.FILE);
      return Status.FAILURE;
    }
    known(section).forEach(table -> out.line(table.name()));
    return Status.SUCCESS;
  }

  private Status table(String section, String name, Output out) {
    for (SqlTable table : known(section)) {
      if (table.name().equals(name)) {
        out.line("Columns for Table Cache '" + name + "':");
        out.line(layout("Name", "Type", "Len"));
        table.knownColumns().forEach(column -> out.line(layout(column)));
        return Status.SUCCESS;
      }
    }
    out.line("No such table '" + name + "' in section '" + section + "'");
    return Status.FAILURE;
  }

  private List<SqlTable> known(String section) {
    MysqlDatabase database = driver.databases().get(section);
    return database == null
        ? List.of()
        : driver.tablesOf(database).stream()
            .filter(table -> !table.knownColumns().isEmpty())
            .toList();
  }

  private static String layout(SqlColumn column) {
    int length = column.description().size() > 0 ? column.description().size() : column.bytes();
    return layout(column.name(), column.description().type(), Integer.toString(length));
  }

  private static String layout(String name, String type, String length) {
    return String.format(Locale.ROOT, LAYOUT, name, type, length);
  }
}
