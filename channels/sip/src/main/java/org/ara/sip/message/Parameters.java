package org.ara.sip.message;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ordered parameters of a header field or of a URI; names compare without case, values are kept
 * decoded (unquoted, unescaped).
 *
 * @param list the parameters in their order, each name once
 */
public record Parameters(List<Parameter> list) {
  /** No parameters. */
  public static final Parameters NONE = new Parameters(List.of());

  /**
   * One parameter.
   *
   * @param name as it came
   * @param value decoded; null for a flag such as {@code lr}
   */
  public record Parameter(String name, @Nullable String value) {}

  public Parameters {
    list = List.copyOf(list);
  }

  /** Parameters from alternating names and values. */
  public static Parameters of(String... namesAndValues) {
    List<Parameter> list = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      list.add(new Parameter(namesAndValues[i], namesAndValues[i + 1]));
    }
    return new Parameters(list);
  }

  /** The value of a parameter; null if it is absent or a flag. */
  public @Nullable String get(String name) {
    Parameter found = find(name);
    return found == null ? null : found.value();
  }

  /** Whether the parameter is there, with or without a value. */
  public boolean contains(String name) {
    return find(name) != null;
  }

  public boolean isEmpty() {
    return list.isEmpty();
  }

  /**
   * These parameters with one set: in its place if it was there, else at the end. A null value
   * makes a flag.
   */
  public Parameters with(String name, @Nullable String value) {
    List<Parameter> changed = new ArrayList<>(list.size() + 1);
    boolean replaced = false;
    for (Parameter parameter : list) {
      boolean same = parameter.name().equalsIgnoreCase(name);
      changed.add(same ? new Parameter(name, value) : parameter);
      replaced |= same;
    }
    if (!replaced) {
      changed.add(new Parameter(name, value));
    }
    return new Parameters(changed);
  }

  /** These parameters without one. */
  public Parameters without(String name) {
    return new Parameters(list.stream().filter(p -> !p.name().equalsIgnoreCase(name)).toList());
  }

  private @Nullable Parameter find(String name) {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).name().equalsIgnoreCase(name)) {
        return list.get(i);
      }
    }
    return null;
  }

  /** Appends {@code ;name=value} for each, as parameters of a header field. */
  void appendTo(StringBuilder out) {
    for (Parameter parameter : list) {
      out.append(';').append(parameter.name());
      String value = parameter.value();
      if (value != null) {
        out.append('=');
        if (Grammar.isPlainValue(value)) {
          out.append(value);
        } else {
          Grammar.quote(out, value);
        }
      }
    }
  }

  /** Appends {@code ;name=value} for each, escaped as parameters of a URI. */
  void appendToUri(StringBuilder out) {
    for (Parameter parameter : list) {
      Escapes.encode(out.append(';'), parameter.name(), Grammar::isParameterChar);
      String value = parameter.value();
      if (value != null) {
        Escapes.encode(out.append('='), value, Grammar::isParameterChar);
      }
    }
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    appendTo(out);
    return out.toString();
  }
}
