package org.ara.server.tool.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.ara.config.Category;
import org.ara.config.Configuration;
import org.ara.config.LoadResult;
import org.ara.config.Problem;
import org.ara.config.file.FileConfigSource;
import org.ara.config.syntax.ConfigLine;
import org.ara.driver.sql.Database;
import org.ara.driver.sql.DatabaseException;
import org.ara.driver.sql.bulk.BulkTable;
import org.ara.realtime.Mapping;
import org.ara.realtime.Row;
import org.ara.server.tool.Surroundings;
import org.ara.server.tool.ToolException;
import org.ara.server.tool.table.Installation;

/**
 * Makes the rows of static tables files again: the text they came from, if the rows still say what
 * it says; else what the rows say.
 */
record Export(ImportOrder order, Surroundings surroundings, Installation installation) {

  int run() throws ToolException {
    for (Mapping mapping : installation.mappings()) {
      String file = mapping.family();
      if (file.endsWith(".conf") && order.wants(file)) {
        ImportTool.Place place = ImportTool.place(installation, file);
        Database database = place.database();
        try (Connection connection = database.own()) {
          connection.setAutoCommit(false);
          file(file, BulkTable.open(connection, place.table()));
          connection.rollback();
        } catch (SQLException e) {
          throw new ToolException(file + ": " + database.place() + ": " + e.getMessage(), e);
        } catch (DatabaseException e) {
          throw new ToolException(file + ": " + e.outage().message(), e);
        }
      }
    }
    return 0;
  }

  private void file(String file, BulkTable table) throws SQLException, ToolException {
    List<Section> sections = sections(file, table);
    Map<String, byte[]> texts = texts(file, table);
    if (texts.containsKey(file) && sections.equals(amountTo(file, texts))) {
      for (Map.Entry<String, byte[]> text : texts.entrySet()) {
        write(text.getKey(), text.getValue());
      }
    } else if (!sections.isEmpty()) {
      if (texts.containsKey(file)) {
        surroundings
            .err()
            .println(
                file
                    + ": rows were changed since it was imported, so it is written from the rows,"
                    + " without comments and templates");
      }
      write(file, written(file, sections).getBytes(StandardCharsets.UTF_8));
    }
  }

  /** A section and its variables, name and value by turns. */
  private record Section(String name, List<String> variables) {}

  private static List<Section> sections(String file, BulkTable table) throws SQLException {
    Map<String, Section> sections = new LinkedHashMap<>();
    List<Row> rows = new ArrayList<>();
    table.read(
        StaticRows.ordered("filename", file, "commented", "0"),
        List.of("category", "var_metric"),
        rows::add);
    rows.sort((a, b) -> Long.compare(metric(b), metric(a)));
    for (Row row : rows) {
      String category = text(row, "category");
      List<String> variables =
          sections
              .computeIfAbsent(
                  metric(row) + " " + category, key -> new Section(category, new ArrayList<>()))
              .variables();
      variables.add(text(row, "var_name"));
      variables.add(text(row, "var_val"));
    }
    return List.copyOf(sections.values());
  }

  private static Map<String, byte[]> texts(String file, BulkTable table) throws SQLException {
    Map<String, ByteArrayOutputStream> texts = new LinkedHashMap<>();
    table.read(
        StaticRows.ordered("category", file, "commented", "1"),
        List.of("filename", "var_metric"),
        row ->
            new TextLine(text(row, "var_name"), text(row, "var_val"))
                .write(
                    texts.computeIfAbsent(
                        text(row, "filename"), name -> new ByteArrayOutputStream())));
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    texts.forEach((name, text) -> bytes.put(name, text.toByteArray()));
    return bytes;
  }

  /** What a text amounts to, found out where its includes find each other too. */
  private static List<Section> amountTo(String file, Map<String, byte[]> texts)
      throws ToolException {
    try (Scratch scratch = Scratch.make()) {
      for (Map.Entry<String, byte[]> text : texts.entrySet()) {
        scratch.write(text.getKey(), text.getValue());
      }
      LoadResult read = new FileConfigSource(scratch.directory()).load(file);
      return read instanceof LoadResult.Loaded(Configuration configuration, List<Problem> problems)
          ? configuration.visible().stream()
              .filter(category -> !category.variables().isEmpty())
              .map(Export::section)
              .toList()
          : List.of();
    } catch (IOException e) {
      throw new ToolException(file + ": its text cannot be laid out: " + e, e);
    }
  }

  private static Section section(Category category) {
    return new Section(
        category.name(),
        category.variables().stream().flatMap(v -> Stream.of(v.name(), v.value())).toList());
  }

  private static String written(String file, List<Section> sections) throws ToolException {
    StringBuilder text = new StringBuilder();
    for (Section section : sections) {
      try {
        text.append(text.isEmpty() ? "" : "\n").append(ConfigLine.section(section.name()));
        text.append('\n');
        for (int i = 0; i < section.variables().size(); i += 2) {
          String name = section.variables().get(i);
          text.append(ConfigLine.variable(name, section.variables().get(i + 1))).append('\n');
        }
      } catch (IllegalArgumentException e) {
        throw new ToolException(file + ": [" + section.name() + "]: " + e.getMessage(), e);
      }
    }
    return text.toString();
  }

  private void write(String name, byte[] content) throws ToolException {
    Path target = order.directory().resolve(name).normalize();
    if (!target.startsWith(order.directory())) {
      throw new ToolException(name + " would be outside of " + order.directory());
    }
    if (!order.dryRun()) {
      try {
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        Files.write(target, content);
      } catch (IOException e) {
        throw new ToolException(target + " cannot be written: " + e, e);
      }
    }
    surroundings
        .out()
        .println(target + (order.dryRun() ? ": would have " : ": ") + content.length + " bytes");
  }

  private static long metric(Row row) {
    return Long.parseLong(text(row, "cat_metric"));
  }

  private static String text(Row row, String column) {
    return Objects.requireNonNullElse(row.stored(column), "");
  }
}
