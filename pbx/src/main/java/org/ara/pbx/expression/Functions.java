package org.ara.pbx.expression;

import org.jspecify.annotations.Nullable;

/** The dialplan functions that a text can read: {@code CALLERID(num)}, {@code LEN(abc)}. */
@FunctionalInterface
public interface Functions {

  /** No functions at all. */
  Functions NONE = (name, arguments) -> null;

  /**
   * Reads a function. Never throws for its arguments: a function that fails logs why and is empty.
   *
   * @param name as written, case matters
   * @param arguments what stands between the parentheses, not split
   * @return its value, or null if there is no function of that name
   */
  @Nullable String function(String name, String arguments);
}
