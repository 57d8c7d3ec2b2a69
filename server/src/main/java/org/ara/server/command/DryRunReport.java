package org.ara.server.command;

import java.util.List;
import org.ara.config.Problem;
import org.ara.module.Command.Output;
import org.ara.module.VisibleText;
import org.ara.module.reload.Difference;
import org.ara.module.reload.ModuleReload;
import org.ara.module.reload.ReloadResult;
import org.ara.module.reload.Touched;

/** Prints what a reload would change. */
final class DryRunReport {

  private DryRunReport() {}

  static void print(List<ModuleReload> plans, Output out) {
    for (ModuleReload plan : plans) {
      if (plan.result() == ReloadResult.RELOADED) {
        module(plan, out);
      } else {
        out.line(plan.result().message(plan.module()));
        plan.reason().ifPresent(reason -> out.line("  " + VisibleText.line(reason)));
      }
    }
    Touched touched =
        plans.stream().map(ModuleReload::touched).reduce(Touched.NOTHING, Touched::plus);
    out.line(
        "Nothing was changed. %d modules would be reloaded, %d not; %d objects differ;"
            + " %d channels and %d registrations belong to them and go on.",
        plans.stream().filter(plan -> plan.result().isGood()).count(),
        plans.stream().filter(plan -> !plan.result().isGood()).count(),
        plans.stream().mapToLong(plan -> plan.differences().size()).sum(),
        touched.calls(),
        touched.registrations());
  }

  private static void module(ModuleReload plan, Output out) {
    if (plan.differences().isEmpty() && plan.problems().isEmpty() && plan.notes().isEmpty()) {
      out.line("%s: no differences", plan.module());
      return;
    }
    out.line(
        "%s: %d added, %d changed, %d removed",
        plan.module(),
        plan.count(Difference.Kind.ADDED),
        plan.count(Difference.Kind.CHANGED),
        plan.count(Difference.Kind.REMOVED));
    for (Difference difference : plan.differences()) {
      out.line("  " + VisibleText.line(difference.toString()));
    }
    for (Problem problem : plan.problems()) {
      out.line("  ! " + VisibleText.line(problem.toString()));
    }
    plan.notes().forEach(note -> out.line("  ! " + VisibleText.line(note)));
  }
}
