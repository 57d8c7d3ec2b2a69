package org.ara.realtime.files;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.ara.realtime.Columns;
import org.ara.realtime.Row;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the rows of one file in as they come from the database, keeping of each what the file needs
 * and texts that repeat once. Tells of its progress each second.
 */
final class RowReader {

  private static final Logger LOG = LoggerFactory.getLogger(RowReader.class);
  private static final long TELL_EVERY = TimeUnit.SECONDS.toNanos(1);
  private static final int LOOK_EVERY = 1000;

  private final String file;
  private final List<StaticRow> rows = new ArrayList<>();
  private final Map<String, String> repeated = new HashMap<>();
  private final long started = System.nanoTime();
  private long told = started;
  private @Nullable Columns columns;
  private String category = "";
  private final int[] places = new int[7];

  RowReader(String file) {
    this.file = file;
  }

  void add(Row row) {
    if (columns != row.columns()) {
      locate(row.columns());
    }
    // A collation may have taken another spelling for the same name.
    if (!file.equals(text(row, 0))) {
      return;
    }
    rows.add(
        new StaticRow(
            number(row, 1),
            section(text(row, 2)),
            number(row, 3),
            Math.max(0, number(row, 4)),
            shared(text(row, 5)),
            text(row, 6)));
    if (rows.size() % LOOK_EVERY == 0) {
      tell();
    }
  }

  /** All rows, in the order of the file. */
  List<StaticRow> sorted() {
    Collections.sort(rows);
    if (told != started) {
      LOG.info("{}: {} rows read in {} ms", file, rows.size(), millis(System.nanoTime()));
    }
    return rows;
  }

  private void tell() {
    long now = System.nanoTime();
    if (now - told >= TELL_EVERY) {
      told = now;
      LOG.info("{}: {} rows so far, after {} ms", file, rows.size(), millis(now));
    }
  }

  private long millis(long now) {
    return TimeUnit.NANOSECONDS.toMillis(now - started);
  }

  private void locate(Columns found) {
    columns = found;
    String[] names = {
      "filename", "cat_metric", "category", "var_metric", "id", "var_name", "var_val"
    };
    for (int i = 0; i < names.length; i++) {
      places[i] = found.indexOf(names[i]);
    }
  }

  /** The category, which seldom changes from one row to the next. */
  private String section(String text) {
    if (!text.equals(category)) {
      category = shared(text);
    }
    return category;
  }

  private String shared(String text) {
    String known = repeated.putIfAbsent(text, text);
    return known == null ? text : known;
  }

  private String text(Row row, int which) {
    return places[which] < 0 ? "" : Objects.requireNonNullElse(row.stored(places[which]), "");
  }

  /** A metric that is no number counts as 0, as it did in a column of numbers. */
  private long number(Row row, int which) {
    String text = text(row, which);
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return padded(text);
    }
  }

  private static long padded(String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
