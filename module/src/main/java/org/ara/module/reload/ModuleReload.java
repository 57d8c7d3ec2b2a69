package org.ara.module.reload;

import java.util.List;
import java.util.Optional;
import org.ara.config.Problem;

/**
 * What became of reloading one module, or of looking what reloading it would change.
 *
 * @param module its name as it was asked for, or without {@code .so} if all were
 * @param result how it went; after a look, how it would
 * @param reason why it was refused, naming file and line or table and row; empty if it was not
 * @param differences what changed or would
 * @param touched what goes on with the objects that differ
 * @param problems what is odd in the new configuration
 * @param notes what takes effect later only, and the like
 */
public record ModuleReload(
    String module,
    ReloadResult result,
    Optional<String> reason,
    List<Difference> differences,
    Touched touched,
    List<Problem> problems,
    List<String> notes) {

  public ModuleReload {
    differences = List.copyOf(differences);
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }

  /** A module that was not reloaded. */
  public static ModuleReload not(String module, ReloadResult result, String reason) {
    return new ModuleReload(
        module,
        result,
        reason.isEmpty() ? Optional.empty() : Optional.of(reason),
        List.of(),
        Touched.NOTHING,
        List.of(),
        List.of());
  }

  /** A module with its plan, in force or not. */
  public static ModuleReload of(String module, ReloadPlan plan) {
    return new ModuleReload(
        module,
        ReloadResult.RELOADED,
        Optional.empty(),
        plan.differences(),
        plan.touched(),
        plan.problems(),
        plan.notes());
  }

  /** How many of the differences are of this kind. */
  public long count(Difference.Kind kind) {
    return differences.stream().filter(difference -> difference.kind() == kind).count();
  }
}
