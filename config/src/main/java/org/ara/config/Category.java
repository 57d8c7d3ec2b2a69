package org.ara.config;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One {@code [section]}: an ordered list of variables in which names may repeat.
 *
 * <p>Inherited variables come before the section's own ones, as copies made when the header was
 * read. {@link #first} and {@link #last} both exist because Asterisk's modules disagree: a lookup
 * takes the first match, a module that walks the list and assigns keeps the last.
 *
 * @param name the bytes between the brackets, not trimmed; may be empty
 * @param template whether it is invisible to browsing and to lookup by name
 * @param variables in order, inherited ones first
 * @param origin where the header was written
 */
public record Category(String name, boolean template, List<Variable> variables, Origin origin) {

  public Category {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(origin, "origin");
    variables = List.copyOf(variables);
  }

  /** The first value of a variable of that name (case ignored). */
  public Optional<String> first(String variable) {
    return variables.stream().filter(v -> v.isNamed(variable)).map(Variable::value).findFirst();
  }

  /** The last value of a variable of that name (case ignored). */
  public Optional<String> last(String variable) {
    return variables.reversed().stream()
        .filter(v -> v.isNamed(variable))
        .map(Variable::value)
        .findFirst();
  }

  /** Every value of the variables of that name (case ignored), in order. */
  public List<String> all(String variable) {
    return variables.stream().filter(v -> v.isNamed(variable)).map(Variable::value).toList();
  }
}
