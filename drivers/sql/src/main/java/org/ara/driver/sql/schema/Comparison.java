package org.ara.driver.sql.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a table lacks of a well-known one. More than that it may have. */
final class Comparison {

  private final TableShape wanted;
  private final TableShape found;
  private final Ddl ddl;
  private final GeneratedKey generated;
  private final List<Finding> findings = new ArrayList<>();

  private Comparison(TableShape wanted, TableShape found, GeneratedKey generated) {
    this.wanted = wanted;
    this.found = found;
    this.ddl = generated.ddl();
    this.generated = generated;
  }

  /** The findings, in an order in which what mends them can be run. */
  static List<Finding> of(TableShape wanted, TableShape found, GeneratedKey generated) {
    Comparison comparison = new Comparison(wanted, found, generated);
    wanted.columns().stream().filter(Comparison::isGenerated).forEach(comparison::number);
    wanted.columns().forEach(comparison::column);
    wanted.keys().forEach(comparison::key);
    return comparison.findings;
  }

  /**
   * Other servers find rows by their {@code uniqueid}; another number is of use only where there is
   * no other key.
   */
  private void number(Column column) {
    boolean keyless = found.keys().stream().noneMatch(Key::unique);
    Optional<Column> there = found.column(column.name());
    if (there.isEmpty() && (keyless || column.name().equals("uniqueid"))) {
      findings.add(generated.missing(column, !found.primaryKey().isEmpty()));
    } else if (there.isPresent() && keyless) {
      findings.add(generated.idle(there.get()));
    }
  }

  private void column(Column column) {
    if (isGenerated(column)) {
      return;
    }
    found
        .column(column.name())
        .ifPresentOrElse(
            there -> type(column, there),
            () ->
                findings.add(
                    Finding.mended(
                        "column " + column.name() + " is missing", ddl.addColumn(column))));
  }

  private void type(Column column, Column there) {
    if (ddl.flavour() != Flavour.SQLITE && !there.holds(column)) {
      findings.add(
          Finding.mended(
              "column "
                  + there.name()
                  + " is "
                  + there.shown()
                  + " and should hold "
                  + column.shown().toLowerCase(Locale.ROOT),
              ddl.widen(
                  new Column(there.name(), column.kind(), column.size(), column.definition()))));
    }
  }

  private void key(Key key) {
    if (key.columns().size() == 1
        && wanted.column(key.columns().getFirst()).filter(Comparison::isGenerated).isPresent()) {
      return;
    }
    if (found.keys().stream().noneMatch(there -> there.serves(key))) {
      findings.add(
          Finding.mended(
              "there is no "
                  + (key.unique() ? "key" : "index")
                  + " on "
                  + String.join(", ", key.columns()),
              ddl.createIndex(key)));
    }
  }

  /** A number that the database gives each row; tables with another key do without. */
  private static boolean isGenerated(Column column) {
    return column.definition().contains("PRIMARY KEY") && (column.kind() != Column.Kind.TEXT);
  }
}
