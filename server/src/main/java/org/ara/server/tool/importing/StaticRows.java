package org.ara.server.tool.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ara.config.Category;
import org.ara.config.Configuration;
import org.ara.config.Origin;
import org.ara.config.Variable;

/**
 * A file as rows of the layout of {@code ast_config} ({@code spec/engine.md} 4): what it amounts
 * to, templates and includes resolved, in rows that are in force; and its text, and that of the
 * files it includes, line by line in rows that are {@code commented}, which readers pass over.
 */
final class StaticRows {

  static final List<String> KEYS =
      List.of("filename", "commented", "cat_metric", "category", "var_metric");

  private final Path directory;
  private final Configuration configuration;
  private final List<Path> files;

  /**
   * A file that was read.
   *
   * @param directory that it and what it includes are in
   * @param files all that were read for it
   */
  StaticRows(Path directory, Configuration configuration, List<Path> files) {
    this.directory = directory;
    this.configuration = configuration;
    this.files = files.stream().filter(file -> file.startsWith(directory)).toList();
  }

  /**
   * All its rows.
   *
   * @param mapped by what name the file is mapped
   */
  Part part(String mapped) {
    String name = configuration.name();
    long count =
        configuration.visible().stream().mapToLong(c -> c.variables().size()).sum()
            + files.stream().mapToLong(file -> TextLine.count(bytes(file))).sum();
    List<Map<String, String>> scopes =
        List.of(Map.of("filename", name), ordered("category", name, "commented", "1"));
    return new Part(mapped, scopes, KEYS, () -> Stream.concat(live(), text()), count);
  }

  /** The category to come first has the highest metric. */
  private Stream<TableRow> live() {
    List<Category> categories = configuration.visible();
    return IntStream.range(0, categories.size())
        .boxed()
        .flatMap(index -> live(categories.get(index), categories.size() - 1 - index));
  }

  private Stream<TableRow> live(Category category, int metric) {
    List<Variable> variables = category.variables();
    return IntStream.range(0, variables.size())
        .mapToObj(
            place -> {
              Variable v = variables.get(place);
              return row(
                  configuration.name(),
                  category.name(),
                  metric,
                  place,
                  "0",
                  v.name(),
                  v.value(),
                  v.origin());
            });
  }

  private Stream<TableRow> text() {
    return files.stream().flatMap(this::text);
  }

  private Stream<TableRow> text(Path file) {
    String name = directory.relativize(file).toString();
    AtomicInteger places = new AtomicInteger();
    return TextLine.of(bytes(file))
        .map(
            line -> {
              int place = places.getAndIncrement();
              Origin origin = new Origin(name, place + 1L);
              return row(
                  name, configuration.name(), 0, place, "1", line.kind(), line.value(), origin);
            });
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TableRow row(
      String file,
      String category,
      int categoryMetric,
      int place,
      String commented,
      String name,
      String value,
      Origin origin) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("cat_metric", Integer.toString(categoryMetric));
    fields.put("var_metric", Integer.toString(place));
    fields.put("commented", commented);
    fields.put("filename", file);
    fields.put("category", category);
    fields.put("var_name", name);
    fields.put("var_val", value);
    return new TableRow(fields, origin);
  }

  static Map<String, String> ordered(String key, String value, String other, String otherValue) {
    Map<String, String> map = new LinkedHashMap<>();
    map.put(key, value);
    map.put(other, otherValue);
    return map;
  }
}
