package org.ara.pbx.dialplan;

import java.util.Objects;
import org.ara.pbx.expression.Warnings;
import org.ara.pbx.variable.Substitution;
import org.ara.pbx.variable.VariableScope;

/**
 * A {@code switch}, {@code eswitch} or {@code lswitch} line of a context.
 *
 * @param name which switch is asked; case is ignored
 * @param data what it is told
 * @param evaluated whether the data is substituted with the channel's variables at each lookup
 */
public record SwitchLine(String name, String data, boolean evaluated) {

  public SwitchLine {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(data, "data");
  }

  /** Splits {@code Name/data}; without a slash there is no data. */
  static SwitchLine parse(String text, boolean evaluated) {
    int slash = text.indexOf('/');
    return slash < 0
        ? new SwitchLine(text, "", evaluated)
        : new SwitchLine(text.substring(0, slash), text.substring(slash + 1), evaluated);
  }

  /** What the switch is told where those variables hold. */
  String data(VariableScope scope, Warnings warnings) {
    return evaluated ? Substitution.substitute(data, scope, warnings) : data;
  }

  /** Whether both ask the same of the same switch. */
  boolean repeats(SwitchLine other) {
    return name.equalsIgnoreCase(other.name) && data.equalsIgnoreCase(other.data);
  }

  /** {@code Name/data}. */
  @Override
  public String toString() {
    return name + "/" + data;
  }
}
