package org.ara.realtime.files;

import java.util.List;
import java.util.Objects;
import org.ara.config.ConfigSource;
import org.ara.config.LoadResult;
import org.ara.realtime.Condition;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.ara.realtime.Row;
import org.ara.realtime.spi.Table;

/**
 * A table of the layout of {@code ast_config} ({@code spec/engine.md} 4), whose rows are lines of
 * files: those with the file's name and {@code commented = 0}. Values are taken as they are stored.
 */
public final class StaticTable {

  private final Table table;
  private final String source;

  /**
   * A table of a driver.
   *
   * @param source the table's name for complaints, {@code pgsql ast_config}
   */
  public StaticTable(Table table, String source) {
    this.table = table;
    this.source = source;
  }

  /**
   * Reads one file.
   *
   * @param file as it stands in the column {@code filename}, case heeded
   * @param includes where {@code #include} rows find what they name
   * @return found, with no categories where there is no such row; never absent
   */
  public Lookup<LoadResult.Loaded> read(String file, ConfigSource includes) {
    List<Condition> conditions =
        List.of(Condition.equal("filename", file), Condition.equal("commented", "0"));
    return switch (table.select(conditions, "filename", 0)) {
      case Lookup.Found<List<Row>>(List<Row> rows) -> assembled(file, rows, includes);
      case Lookup.Absent<List<Row>>() -> assembled(file, List.of(), includes);
      case Lookup.Unavailable<List<Row>>(Outage outage) -> new Lookup.Unavailable<>(outage);
    };
  }

  private Lookup<LoadResult.Loaded> assembled(String file, List<Row> rows, ConfigSource includes) {
    FileAssembly assembly = new FileAssembly(source, includes);
    return rows.stream()
        // A collation may have taken another spelling for the same name.
        .filter(row -> file.equals(Objects.requireNonNullElse(row.stored("filename"), "")))
        .map(StaticRow::of)
        .sorted(StaticRow.ORDER)
        .map(assembly::add)
        .flatMap(failure -> failure.stream())
        .findFirst()
        .<Lookup<LoadResult.Loaded>>map(Lookup.Unavailable::new)
        .orElseGet(() -> new Lookup.Found<>(assembly.result(file)));
  }
}
