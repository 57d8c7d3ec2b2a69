package org.ara.realtime.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ara.config.Category;
import org.ara.config.ConfigSource;
import org.ara.config.Configuration;
import org.ara.config.LoadResult;
import org.ara.config.Origin;
import org.ara.config.Problem;
import org.ara.config.Variable;
import org.ara.realtime.Outage;
import org.jspecify.annotations.Nullable;

/** Puts the rows of a file together, in their order, to categories and variables. */
final class FileAssembly {

  private final String source;
  private final ConfigSource includes;
  private final List<Section> sections = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private @Nullable StaticRow last;
  private @Nullable Section open;

  FileAssembly(String source, ConfigSource includes) {
    this.source = source;
    this.includes = includes;
  }

  /** A section that may still grow. */
  private record Section(String name, boolean template, List<Variable> variables, Origin origin) {

    Category finished() {
      return new Category(name, template, variables, origin);
    }
  }

  /** Adds the next row; says what makes the whole file unusable. */
  Optional<Outage> add(StaticRow row) {
    if (row.isInclude()) {
      return include(row);
    }
    if (row.name().isEmpty()) {
      problems.add(Problem.warning(row.origin(source), "the row has no var_name; it is set aside"));
      return Optional.empty();
    }
    section(row).variables().add(new Variable(row.name(), row.value(), row.origin(source)));
    return Optional.empty();
  }

  LoadResult.Loaded result(String file) {
    List<Category> categories = sections.stream().map(Section::finished).toList();
    return new LoadResult.Loaded(new Configuration(file, categories), problems);
  }

  /** The open section, if the row goes on with it; else a new one. */
  private Section section(StaticRow row) {
    Section current = open;
    if (current == null || last == null || !last.isInSectionOf(row)) {
      current = new Section(row.category(), false, new ArrayList<>(), row.origin(source));
      sections.add(current);
      open = current;
    }
    last = row;
    return current;
  }

  /** What is included stands after the section that is open, which may go on afterwards. */
  private Optional<Outage> include(StaticRow row) {
    LoadResult included = includes.load(row.value());
    problems.addAll(included.problems());
    if (!(included instanceof LoadResult.Loaded loaded)) {
      return Optional.of(
          new Outage(
              Outage.Kind.REFUSED,
              row.origin(source)
                  + ": #include "
                  + row.value()
                  + ": there is no such file, or it is invalid; correct var_val"));
    }
    for (Category category : loaded.configuration().categories()) {
      sections.add(
          new Section(
              category.name(), category.template(), category.variables(), category.origin()));
    }
    return Optional.empty();
  }
}
