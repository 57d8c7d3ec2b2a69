package org.ara.realtime.files;

import java.util.Iterator;
import java.util.List;
import org.ara.config.Origin;
import org.ara.config.Problem;
import org.ara.config.file.Elsewhere;
import org.ara.realtime.Condition;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
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
   * @return found, with no lines where there is no such row; never absent
   */
  public Lookup<Elsewhere.Kept> read(String file) {
    List<Condition> conditions =
        List.of(Condition.equal("filename", file), Condition.equal("commented", "0"));
    Lookup<RowReader> read =
        table.scan(conditions, "filename", () -> new RowReader(file), RowReader::add);
    return switch (read) {
      case Lookup.Found<RowReader>(RowReader rows) -> new Lookup.Found<>(lines(file, rows));
      case Lookup.Absent<RowReader>() -> new Lookup.Found<>(none(file));
      case Lookup.Unavailable<RowReader>(Outage outage) -> new Lookup.Unavailable<>(outage);
    };
  }

  private Elsewhere.Kept lines(String file, RowReader read) {
    List<StaticRow> rows = read.sorted();
    if (rows.isEmpty()) {
      return none(file);
    }
    return new Elsewhere.Kept.Lines(() -> new LineIterator(rows.iterator(), source), List.of());
  }

  private Elsewhere.Kept none(String file) {
    return new Elsewhere.Kept.Lines(
        List.of(),
        List.of(
            Problem.warning(
                new Origin(source, 0), "there is no row of " + file + ": it counts as empty")));
  }

  /** The rows as lines, one at a time. */
  private record LineIterator(Iterator<StaticRow> rows, String source)
      implements Iterator<Elsewhere.Line> {

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public Elsewhere.Line next() {
      return rows.next().line(source);
    }
  }
}
