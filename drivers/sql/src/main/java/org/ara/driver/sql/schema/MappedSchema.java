package org.ara.driver.sql.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of a mapping beside the well-known one that it should be like: what creates it, and what
 * it lacks.
 */
public final class MappedSchema {

  private static final Pattern NAMES =
      Pattern.compile("^CREATE (TABLE|UNIQUE INDEX|INDEX) (\\w+)(?: ON (\\w+))?");

  private final Connection connection;
  private final Flavour flavour;
  private final String table;
  private final Optional<String> wellKnown;

  /**
   * A table, which need not exist.
   *
   * @param connection for this object's use, one thread at a time
   * @param table as written in the mapping: a name, or {@code schema.name}
   * @param wellKnown the well-known table it should be like; empty if there is none
   */
  public MappedSchema(
      Connection connection, Flavour flavour, String table, Optional<String> wellKnown) {
    this.connection = connection;
    this.flavour = flavour;
    this.table = table;
    this.wellKnown = wellKnown;
  }

  /** The table as it is; empty if there is none. */
  public Optional<TableShape> found() throws SQLException {
    return LiveTable.read(connection, table);
  }

  /** The statements that create the table with its indexes; none if it is not a well-known one. */
  public List<String> create() {
    List<String> statements = new ArrayList<>();
    if (wellKnown.isPresent()) {
      Ddl ddl = ddl(table);
      for (String statement : new WellKnownTables(flavour).of(wellKnown.get())) {
        statements.add(renamed(statement, ddl, wellKnown.get()));
      }
    }
    return statements;
  }

  /** What the table lacks; nothing if it does not exist or is not a well-known one. */
  public List<Finding> lacks() throws SQLException {
    Optional<TableShape> found = found();
    if (found.isEmpty() || wellKnown.isEmpty()) {
      return List.of();
    }
    TableShape wanted = StatementReader.read(new WellKnownTables(flavour).of(wellKnown.get()));
    Optional<SqliteSource> source =
        flavour == Flavour.SQLITE
            ? Optional.of(SqliteSource.read(connection, found.get().name()))
            : Optional.empty();
    return Comparison.of(wanted, found.get(), new GeneratedKey(ddl(realName(found.get())), source));
  }

  /** The table's name as statements have it, quoted where it must be. */
  public String sqlName() throws SQLException {
    return ddl(found().map(this::realName).orElse(table)).table();
  }

  private String realName(TableShape found) {
    int dot = table.indexOf('.');
    return dot < 0 ? found.name() : table.substring(0, dot + 1) + found.name();
  }

  /** The columns by which a change feed names the rows; empty if the table has no key. */
  public List<String> keyColumns() throws SQLException {
    Optional<TableShape> found = found();
    if (found.isEmpty()) {
      return List.of();
    }
    return wellKnown
        .flatMap(WellKnownTables::lookupKey)
        .flatMap(found.get()::column)
        .map(column -> List.of(column.name()))
        .orElseGet(() -> realNames(found.get(), found.get().primaryKey()));
  }

  private static List<String> realNames(TableShape shape, List<String> columns) {
    return columns.stream().flatMap(c -> shape.column(c).stream()).map(Column::name).toList();
  }

  private Ddl ddl(String name) {
    Ddl bare = new Ddl(flavour, name);
    return new Ddl(
        flavour, Stream.of(name.split("\\.", 2)).map(bare::name).collect(Collectors.joining(".")));
  }

  /** The statement for a table of another name; its indexes are named after it. */
  private String renamed(String statement, Ddl ddl, String original) {
    String plain = table.substring(table.indexOf('.') + 1);
    Matcher names = NAMES.matcher(statement);
    if (plain.equals(original) && table.equals(plain) || !names.find()) {
      return statement;
    }
    String rest = statement.substring(names.end());
    if (names.group(3) == null) {
      return "CREATE " + names.group(1) + " " + ddl.table() + rest;
    }
    String index = plain + names.group(2).substring(original.length());
    return "CREATE " + names.group(1) + " " + ddl.name(index) + " ON " + ddl.table() + rest;
  }
}
