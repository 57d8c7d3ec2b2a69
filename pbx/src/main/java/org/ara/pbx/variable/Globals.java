package org.ara.pbx.variable;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The variables that all channels share, set by {@code [globals]} and by {@code GLOBAL(name)}. Safe
 * for any number of threads.
 */
public final class Globals implements VariableScope {

  private final Map<String, String> values = new ConcurrentHashMap<>();

  @Override
  public @Nullable String variable(String name) {
    return values.get(name);
  }

  /** Sets a variable; an empty value leaves it set and empty. */
  public void set(String name, String value) {
    values.put(name, value);
  }

  /** Sets all of these. */
  public void setAll(Map<String, String> more) {
    values.putAll(more);
  }

  /** Forgets everything, then sets these. */
  public void replace(Map<String, String> all) {
    values.keySet().retainAll(all.keySet());
    values.putAll(all);
  }

  /** What is set now, sorted by name. */
  public Map<String, String> all() {
    return new TreeMap<>(values);
  }
}
