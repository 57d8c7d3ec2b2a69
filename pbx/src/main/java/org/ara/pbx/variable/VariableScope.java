package org.ara.pbx.variable;

import org.ara.pbx.expression.Functions;
import org.jspecify.annotations.Nullable;

/**
 * What the names in a text mean where the text is used: for a line of the dialplan the built-in
 * names, then the channel's variables, then the globals.
 */
public interface VariableScope extends Functions {

  /** A scope in which nothing is set and no function exists. */
  VariableScope EMPTY = name -> null;

  /**
   * Reads a variable.
   *
   * @param name as written between the braces, case matters; may be empty
   * @return its value, or null if it is not set
   */
  @Nullable String variable(String name);

  /** {@inheritDoc} A scope without functions knows none. */
  @Override
  default @Nullable String function(String name, String arguments) {
    return null;
  }
}
