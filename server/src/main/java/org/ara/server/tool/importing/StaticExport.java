package org.ara.server.tool.importing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ara.config.Category;
import org.ara.config.Configuration;
import org.ara.config.LoadResult;
import org.ara.config.Problem;
import org.ara.config.Variable;
import org.ara.config.file.FileConfigSource;
import org.ara.driver.sql.bulk.BulkTable;
import org.ara.driver.sql.bulk.BulkTable.Order;
import org.ara.realtime.Row;
import org.ara.server.tool.Surroundings;
import org.ara.server.tool.ToolException;

/**
 * Makes the static rows of one file the file again: the text it came from, if the rows still say
 * what that says; else what the rows say. Rows are read as they come and not kept.
 */
final class StaticExport {

  private static final List<Order> IN_FORCE =
      List.of(new Order("cat_metric", true), Order.by("category"), Order.by("var_metric"));

  private final ImportOrder order;
  private final Surroundings surroundings;
  private final String file;
  private final BulkTable table;

  StaticExport(ImportOrder order, Surroundings surroundings, String file, BulkTable table) {
    this.order = order;
    this.surroundings = surroundings;
    this.file = file;
    this.table = table;
  }

  void run() throws SQLException, IOException, ToolException {
    try (Scratch scratch = Scratch.make()) {
      List<String> texts = texts(scratch);
      Says rows = new Says();
      rows(rows::variable);
      boolean hasText = texts.contains(file);
      if (hasText && rows.sameAs(amountTo(scratch))) {
        for (String name : texts) {
          try (OutFile out = OutFile.begin(order, surroundings, name)) {
            out.content(scratch.file(name));
            out.finish();
          }
        }
      } else if (!rows.isEmpty()) {
        if (hasText) {
          surroundings
              .err()
              .println(
                  file
                      + ": rows were changed since it was imported, so it is written from the"
                      + " rows, without comments and templates");
        }
        written();
      }
    }
  }

  /** Takes what rows in force say: to which section, and what. */
  private interface Live {
    void variable(String metric, String section, String name, String value);
  }

  private void rows(Live live) throws SQLException {
    table.read(
        StaticRows.ordered("filename", file, "commented", "0"),
        IN_FORCE,
        row ->
            live.variable(
                text(row, "cat_metric"),
                text(row, "category"),
                text(row, "var_name"),
                text(row, "var_val")));
  }

  /** Lays the text out as it was, so that its includes find each other; the names of the files. */
  private List<String> texts(Scratch scratch) throws SQLException, IOException {
    List<String> names = new ArrayList<>();
    try (Sheet sheet = new Sheet(scratch)) {
      table.read(
          StaticRows.ordered("category", file, "commented", "1"),
          List.of(Order.by("filename"), Order.by("var_metric")),
          row -> {
            String name = text(row, "filename");
            if (!names.contains(name)) {
              names.add(name);
            }
            sheet.line(name, new TextLine(text(row, "var_name"), text(row, "var_val")));
          });
    } catch (UncheckedIOException e) {
      throw new IOException("its text cannot be laid out: " + e.getMessage(), e);
    }
    return names;
  }

  /** The file that lines are being written to. */
  private static final class Sheet implements AutoCloseable {

    private final Scratch scratch;
    private String name = "";
    private OutputStream out = OutputStream.nullOutputStream();

    Sheet(Scratch scratch) {
      this.scratch = scratch;
    }

    void line(String file, TextLine line) {
      try {
        if (!file.equals(name)) {
          out.close();
          out = new BufferedOutputStream(scratch.write(file));
          name = file;
        }
        line.write(out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  private Says amountTo(Scratch scratch) {
    Says says = new Says();
    LoadResult read = new FileConfigSource(scratch.directory()).load(file);
    if (read instanceof LoadResult.Loaded(Configuration configuration, List<Problem> problems)) {
      int metric = 0;
      for (Category category : configuration.visible()) {
        metric++;
        for (Variable variable : category.variables()) {
          says.variable(
              Integer.toString(metric), category.name(), variable.name(), variable.value());
        }
      }
    }
    return says;
  }

  private void written() throws SQLException, IOException, ToolException {
    try (OutFile out = OutFile.begin(order, surroundings, file)) {
      String[] section = {""};
      rows(
          (metric, category, name, value) -> {
            String here = metric + " " + category;
            if (!here.equals(section[0])) {
              section[0] = here;
              out.section(category);
            }
            out.variable(file + ": [" + category + "]", name, value);
          });
      out.finish();
    }
  }

  private static String text(Row row, String column) {
    return Objects.requireNonNullElse(row.stored(column), "");
  }
}
