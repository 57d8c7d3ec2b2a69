package org.ara.config;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A whole configuration as its module sees it: the categories of a file and of all it includes, in
 * order. Immutable; a reload makes a new one.
 *
 * @param name the name it was asked for, {@code sip.conf}
 * @param categories in file order, templates included, equal names possible
 */
public record Configuration(String name, List<Category> categories) {

  public Configuration {
    Objects.requireNonNull(name, "name");
    categories = List.copyOf(categories);
  }

  /** The categories that browsing sees: all but the templates. */
  public List<Category> visible() {
    return categories.stream().filter(c -> !c.template()).toList();
  }

  /** The first category of that name that is not a template (case ignored). */
  public Optional<Category> category(String wanted) {
    return categories.stream()
        .filter(c -> !c.template() && c.name().equalsIgnoreCase(wanted))
        .findFirst();
  }

  /** The first value of a variable in the first category of that name. */
  public Optional<String> value(String category, String variable) {
    return category(category).flatMap(c -> c.first(variable));
  }
}
