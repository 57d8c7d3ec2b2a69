package org.ara.module.reload;

import java.util.List;
import java.util.Objects;
import org.ara.config.Problem;

/**
 * A new configuration that was read and checked and is not in force yet.
 *
 * @param differences what would change, in the order of the configuration; empty if nothing would
 * @param touched what goes on with objects that differ
 * @param problems what is odd in the new configuration and does not keep it from being used
 * @param notes what else the operator should know, such as what takes effect later only
 * @param swap puts it in force with one write; does not fail, reports the problems; to be run at
 *     most once, and before anybody else's plan of the same module is worked out
 */
public record ReloadPlan(
    List<Difference> differences,
    Touched touched,
    List<Problem> problems,
    List<String> notes,
    Runnable swap) {

  public ReloadPlan {
    differences = List.copyOf(differences);
    Objects.requireNonNull(touched, "touched");
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
    Objects.requireNonNull(swap, "swap");
  }

  /** A plan that touches nothing that goes on and needs no explanation. */
  public ReloadPlan(List<Difference> differences, List<Problem> problems, Runnable swap) {
    this(differences, Touched.NOTHING, problems, List.of(), swap);
  }

  /** Puts the configuration in force. */
  public void apply() {
    swap.run();
  }
}
