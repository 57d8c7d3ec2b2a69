package org.ara.driver.sql.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what our own CREATE statements define; they have a line for each column. */
final class StatementReader {

  private static final Pattern TABLE = Pattern.compile("CREATE TABLE (\\w+) \\(");
  private static final Pattern INDEX =
      Pattern.compile("CREATE (UNIQUE )?INDEX \\w+ ON \\w+ \\((.*)\\)");
  private static final Pattern CONSTRAINT = Pattern.compile("(UNIQUE|PRIMARY KEY) \\((.*)\\)");
  private static final Pattern COLUMN = Pattern.compile("([\"`]?)([^\"` ]+)\\1 (.*)");

  private final List<Column> columns = new ArrayList<>();
  private final List<Key> keys = new ArrayList<>();
  private String name = "";

  private StatementReader() {}

  /** The table that these statements create with its indexes. */
  static TableShape read(List<String> statements) {
    StatementReader reader = new StatementReader();
    statements.forEach(reader::statement);
    return new TableShape("", reader.name, reader.columns, reader.keys);
  }

  private void statement(String text) {
    Matcher index = INDEX.matcher(text);
    if (index.matches()) {
      keys.add(new Key(names(index.group(2)), index.group(1) != null, false));
      return;
    }
    Matcher table = TABLE.matcher(text);
    if (!table.lookingAt()) {
      throw new IllegalStateException("not a table or an index: " + text);
    }
    name = table.group(1);
    text.lines()
        .skip(1)
        .filter(line -> !line.startsWith(")"))
        .map(StatementReader::bare)
        .forEach(this::line);
  }

  private void line(String line) {
    Matcher constraint = CONSTRAINT.matcher(line);
    if (constraint.matches()) {
      keys.add(
          new Key(names(constraint.group(2)), true, constraint.group(1).startsWith("PRIMARY")));
      return;
    }
    Matcher column = COLUMN.matcher(line);
    if (!column.matches()) {
      throw new IllegalStateException("not a column: " + line);
    }
    String definition = column.group(3);
    columns.add(Column.defined(column.group(2), definition));
    if (definition.contains("PRIMARY KEY") || definition.contains(" UNIQUE")) {
      keys.add(new Key(List.of(column.group(2)), true, definition.contains("PRIMARY KEY")));
    }
  }

  private static String bare(String line) {
    String text = line.strip();
    return text.endsWith(",") ? text.substring(0, text.length() - 1) : text;
  }

  private static List<String> names(String list) {
    return List.of(list.split(", "));
  }
}
