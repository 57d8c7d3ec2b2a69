package org.ara.config.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ara.config.Category;
import org.ara.config.Origin;
import org.ara.config.syntax.Statement;
import org.jspecify.annotations.Nullable;

/** The sections of a configuration being read, over all its files, in the order they are made. */
final class Sections {

  private final List<CategoryBuilder> created = new ArrayList<>();
  private final Map<String, List<CategoryBuilder>> byName = new HashMap<>();

  /** A header could not be obeyed; the file it stands in is invalid. */
  static final class BadHeader extends Exception {
    private static final long serialVersionUID = 1L;

    BadHeader(String message) {
      super(message, null, false, false);
    }
  }

  /** The section made last, if any. */
  @Nullable CategoryBuilder newest() {
    return created.isEmpty() ? null : created.getLast();
  }

  /**
   * Opens the section a header names, making it unless the header appends to an existing one.
   *
   * @return the section that the lines below the header belong to
   * @throws BadHeader if a section it refers to does not exist
   */
  CategoryBuilder open(Statement.Header header, Origin origin) throws BadHeader {
    CategoryBuilder made = new CategoryBuilder(header.name(), origin);
    CategoryBuilder target = made;
    boolean template = false;
    for (String option : header.options()) {
      if (option.equals("!")) {
        template = true;
      } else if (option.startsWith("+")) {
        CategoryBuilder existing = appendedTo(header.name(), option);
        target.variables().forEach(existing == target ? variable -> {} : existing::add);
        target = existing;
      } else {
        target.inherit(base(option));
      }
    }
    if (template) {
      target.makeTemplate();
    }
    if (target == made) {
      add(made);
    }
    return target;
  }

  /** Makes a section of that name, which may look like anything. */
  CategoryBuilder add(String name, Origin origin) {
    CategoryBuilder made = new CategoryBuilder(name, origin);
    add(made);
    return made;
  }

  private void add(CategoryBuilder made) {
    created.add(made);
    byName.computeIfAbsent(key(made.name()), name -> new ArrayList<>(1)).add(made);
  }

  List<Category> build() {
    return created.stream().map(CategoryBuilder::build).toList();
  }

  private CategoryBuilder appendedTo(String name, String option) throws BadHeader {
    Optional<SectionFilter> filter = SectionFilter.parse(option.substring(1));
    if (filter.isEmpty()) {
      throw new BadHeader("[" + name + "](" + option + "): expected +name=value&name=value");
    }
    return named(name).stream()
        .filter(filter.get()::accepts)
        .findFirst()
        .orElseThrow(() -> new BadHeader(noSuchSection(name, option)));
  }

  private String noSuchSection(String name, String option) {
    boolean onlyTemplates =
        option.equals("+") && named(name).stream().anyMatch(CategoryBuilder::isTemplate);
    return "["
        + name
        + "]("
        + option
        + ") adds to a section that does not exist above"
        + (onlyTemplates ? "; to add to the template, write (+TEMPLATES=include)" : "");
  }

  private CategoryBuilder base(String name) throws BadHeader {
    List<CategoryBuilder> found = named(name);
    if (found.isEmpty()) {
      throw new BadHeader("there is no section or template [" + name + "] above to inherit from");
    }
    return found.getFirst();
  }

  private List<CategoryBuilder> named(String name) {
    return byName.getOrDefault(key(name), List.of());
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
