package org.ara.config.option;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ara.config.Category;
import org.ara.config.Problem;
import org.ara.config.Variable;

/**
 * The complete list of the options that may stand in one place: a category of a file, and just as
 * well the columns of the family that holds the same objects.
 */
public final class OptionTable {

  private final List<Option<?>> options;
  private final Map<String, Option<?>> byName = new HashMap<>();

  private OptionTable(List<Option<?>> options) {
    this.options = List.copyOf(options);
    for (Option<?> option : options) {
      add(option.name(), option);
      option.aliases().forEach(alias -> add(alias, option));
    }
  }

  /**
   * A table of these options.
   *
   * @throws IllegalArgumentException if two options share a name or an alias
   */
  public static OptionTable of(Option<?>... options) {
    return new OptionTable(List.of(options));
  }

  /** A table of these options and those of other tables. */
  public OptionTable and(OptionTable... others) {
    List<Option<?>> all = new ArrayList<>(options);
    for (OptionTable other : others) {
      all.addAll(other.options);
    }
    return new OptionTable(all);
  }

  /** The options in the order they were declared. */
  public List<Option<?>> options() {
    return options;
  }

  /** The option of that name or alias, case ignored. */
  public Optional<Option<?>> option(String name) {
    return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
  }

  /** Reads a category: unknown options are warned about, bad values leave the default standing. */
  public OptionValues read(Category category) {
    return read("[" + category.name() + "]", category.variables(), Unknown.WARNED);
  }

  /**
   * Reads entries from anywhere: the same way from a file and from a row.
   *
   * @param scope what they belong to, to stand before the option's name in complaints: {@code
   *     [general]} or {@code row name='bob'}
   * @param entries names and values in order, each with its origin
   * @param unknown what to do with names that the table lacks: a table of a database may well have
   *     columns for others
   */
  public OptionValues read(String scope, Collection<Variable> entries, Unknown unknown) {
    List<OptionValues.Setting<?>> settings = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Variable entry : entries) {
      Option<?> option = byName.get(entry.name().toLowerCase(Locale.ROOT));
      if (option != null) {
        read(scope, entry, option, settings, problems);
      } else if (unknown == Unknown.WARNED) {
        problems.add(Problem.warning(entry.origin(), scope + " " + unknownOption(entry.name())));
      }
    }
    return new OptionValues(settings, problems);
  }

  /** What becomes of entries that no option of the table is named like. */
  public enum Unknown {
    WARNED,
    IGNORED
  }

  private static <T> void read(
      String scope,
      Variable entry,
      Option<T> option,
      List<OptionValues.Setting<?>> settings,
      List<Problem> problems) {
    if (!option.isSupported()) {
      problems.add(
          Problem.warning(
              entry.origin(),
              scope + " " + entry.name() + ": has no effect here: " + option.documentation()));
      return;
    }
    Optional<T> value = option.type().parse(entry.value());
    if (value.isPresent()) {
      settings.add(new OptionValues.Setting<>(option, value.get(), entry.origin()));
    } else {
      String kept =
          option.defaultValue().map(d -> "; " + option.type().render(d) + " holds").orElse("");
      problems.add(
          Problem.warning(
              entry.origin(),
              scope + " " + entry.name() + ": " + option.type().complaint(entry.value()) + kept));
    }
  }

  private String unknownOption(String name) {
    return name
        + ": unknown option, ignored"
        + Spelling.closest(name, byName.keySet())
            .map(known -> "; did you mean '" + known + "'?")
            .orElse("");
  }

  private void add(String name, Option<?> option) {
    if (byName.putIfAbsent(name.toLowerCase(Locale.ROOT), option) != null) {
      throw new IllegalArgumentException("option '" + name + "' is declared twice");
    }
  }
}
