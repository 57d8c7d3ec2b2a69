package org.ara.driver.sql.schema;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Statements that alter a table, as one database spells them.
 *
 * @param flavour whose words
 * @param table the table's name as statements have it, quoted where it must be
 */
record Ddl(Flavour flavour, String table) {

  String addColumn(Column column) {
    return "ALTER TABLE " + table + " ADD COLUMN " + name(column.name()) + " " + optional(column);
  }

  String widen(Column column) {
    return switch (flavour) {
      case POSTGRESQL ->
          "ALTER TABLE "
              + table
              + " ALTER COLUMN "
              + name(column.name())
              + " TYPE "
              + column.type();
      case MYSQL ->
          "ALTER TABLE " + table + " MODIFY COLUMN " + name(column.name()) + " " + optional(column);
      case SQLITE ->
          throw new IllegalArgumentException("SQLite's types hold anything: " + column.name());
    };
  }

  String createIndex(Key key) {
    String index = (table + "_" + String.join("_", key.columns())).replaceAll("[^A-Za-z0-9_]", "_");
    return "CREATE "
        + (key.unique() ? "UNIQUE " : "")
        + "INDEX "
        + name(index.substring(0, Math.min(60, index.length())))
        + " ON "
        + table
        + key.columns().stream().map(this::name).collect(Collectors.joining(", ", " (", ")"));
  }

  String name(String name) {
    boolean plain = name.matches("[a-z_][a-z0-9_]*") && !RESERVED.contains(name);
    String quote = flavour.quote();
    return plain ? name : quote + name.replace(quote, quote + quote) + quote;
  }

  private static final List<String> RESERVED = List.of("match", "line", "time", "key", "timers");

  /** An added column starts empty in every row, so it cannot be NOT NULL without a default. */
  private static String optional(Column column) {
    String definition = column.definition().replace(" PRIMARY KEY", "").replace(" UNIQUE", "");
    return definition.toUpperCase(Locale.ROOT).contains("DEFAULT")
        ? definition
        : definition.replace(" NOT NULL", "");
  }
}
