package org.ara.sip.message;

import java.util.ArrayList;
import java.util.List;

/** Collects header fields; not for use by several threads. */
public final class HeadersBuilder {
  private final List<String> names;
  private final List<String> values;

  public HeadersBuilder() {
    names = new ArrayList<>(16);
    values = new ArrayList<>(16);
  }

  HeadersBuilder(String[] names, String[] values) {
    this.names = new ArrayList<>(List.of(names));
    this.values = new ArrayList<>(List.of(values));
  }

  /**
   * Appends a line.
   *
   * @throws IllegalArgumentException if the name is not a token, or the value holds CR or LF and
   *     would become lines of its own
   */
  public HeadersBuilder add(String name, String value) {
    names.add(checked(name));
    values.add(checked(name, value));
    return this;
  }

  /**
   * Puts a line before all others.
   *
   * @throws IllegalArgumentException as {@link #add}
   */
  public HeadersBuilder addFirst(String name, String value) {
    names.addFirst(checked(name));
    values.addFirst(checked(name, value));
    return this;
  }

  /**
   * Makes this name stand once: at the place of its first line, or at the end.
   *
   * @throws IllegalArgumentException as {@link #add}
   */
  public HeadersBuilder set(String name, String value) {
    String canonical = checked(name);
    int first = indexOf(canonical);
    if (first < 0) {
      return add(name, value);
    }
    values.set(first, checked(name, value));
    for (int i = names.size() - 1; i > first; i--) {
      if (names.get(i).equalsIgnoreCase(canonical)) {
        removeLine(i);
      }
    }
    return this;
  }

  /** Removes every line of this name. */
  public HeadersBuilder remove(String name) {
    String canonical = HeaderName.canonical(name);
    for (int i = names.size() - 1; i >= 0; i--) {
      if (names.get(i).equalsIgnoreCase(canonical)) {
        removeLine(i);
      }
    }
    return this;
  }

  public Headers build() {
    return new Headers(names.toArray(String[]::new), values.toArray(String[]::new));
  }

  private void removeLine(int index) {
    names.remove(index);
    values.remove(index);
  }

  private int indexOf(String canonical) {
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(canonical)) {
        return i;
      }
    }
    return -1;
  }

  private static String checked(String name) {
    if (!Grammar.isToken(name)) {
      throw new IllegalArgumentException("not a header name: " + Grammar.quoteForLog(name));
    }
    return HeaderName.canonical(name);
  }

  private static String checked(String name, String value) {
    if (Grammar.breaksLine(value)) {
      throw new IllegalArgumentException("line break in the value of " + name);
    }
    return value.strip();
  }
}
