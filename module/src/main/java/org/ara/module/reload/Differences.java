package org.ara.module.reload;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.ara.config.Category;
import org.ara.config.Variable;

/** Finds the {@link Difference}s between what is in force and what would be. */
public final class Differences {

  private Differences() {}

  /**
   * What differs between objects by name, in the order of the new ones, removed ones last.
   *
   * @param object what they are
   * @param parts names what differs between two of one name; empty if they are the same
   * @param <T> the objects
   */
  public static <T> List<Difference> of(
      String object,
      Map<String, T> before,
      Map<String, T> after,
      BiFunction<T, T, List<String>> parts) {
    List<Difference> found = new ArrayList<>();
    after.forEach(
        (name, now) -> {
          T earlier = before.get(name);
          if (earlier == null) {
            found.add(new Difference(Difference.Kind.ADDED, object, name, List.of()));
          } else {
            List<String> changed = parts.apply(earlier, now);
            if (!changed.isEmpty()) {
              found.add(new Difference(Difference.Kind.CHANGED, object, name, changed));
            }
          }
        });
    before.keySet().stream()
        .filter(name -> !after.containsKey(name))
        .forEach(
            name -> found.add(new Difference(Difference.Kind.REMOVED, object, name, List.of())));
    return found;
  }

  /**
   * What differs between sections of a configuration, with the names of the options whose values
   * differ. Sections of one name count as one.
   *
   * @param object what a section is
   */
  public static List<Difference> ofSections(
      String object, Collection<Category> before, Collection<Category> after) {
    return of(object, byName(before), byName(after), Differences::options);
  }

  private static Map<String, List<Variable>> byName(Collection<Category> sections) {
    Map<String, List<Variable>> lines = new LinkedHashMap<>();
    for (Category section : sections) {
      lines.computeIfAbsent(section.name(), name -> new ArrayList<>()).addAll(section.variables());
    }
    return lines;
  }

  private static List<String> options(List<Variable> before, List<Variable> after) {
    Map<String, List<String>> values = values(before);
    Map<String, List<String>> newValues = values(after);
    Set<String> names = new LinkedHashSet<>(newValues.keySet());
    names.addAll(values.keySet());
    names.removeIf(name -> Objects.equals(values.get(name), newValues.get(name)));
    if (names.isEmpty() && !order(before).equals(order(after))) {
      return List.of("the order of its lines");
    }
    return List.copyOf(names);
  }

  private static Map<String, List<String>> values(List<Variable> lines) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (Variable line : lines) {
      values
          .computeIfAbsent(line.name().toLowerCase(java.util.Locale.ROOT), n -> new ArrayList<>())
          .add(line.value());
    }
    return values;
  }

  private static List<String> order(List<Variable> lines) {
    return lines.stream().map(line -> line.name() + "=" + line.value()).toList();
  }
}
