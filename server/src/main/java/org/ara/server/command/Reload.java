package org.ara.server.command;

import java.util.ArrayList;
import java.util.List;
import org.ara.module.Completion;
import org.ara.module.ModuleState;
import org.ara.module.Modules;
import org.ara.module.reload.ModuleReload;

/**
 * Reads configuration again, or tells what that would change: {@code module reload [--dry-run]
 * [NAME...]}, and under the names {@code reload} and {@code core reload}.
 */
public final class Reload extends ModuleCommand {

  private static final String DRY_RUN = "--dry-run";

  private final List<String> words;

  /** The command under one of its names. */
  public Reload(List<String> words, Modules modules) {
    super(modules);
    this.words = List.copyOf(words);
  }

  @Override
  public List<String> words() {
    return words;
  }

  @Override
  public String summary() {
    return "Reload configuration";
  }

  @Override
  public String usage() {
    return """
        Usage: %s [--dry-run] [module ...]
               Reads the configuration of the named modules again, or of all of them.
               A module whose configuration cannot be used keeps the one it has.
               With --dry-run nothing is changed: prints what would be added (+),
               changed (~) and removed (-), and what is wrong."""
        .formatted(String.join(" ", words));
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    List<String> names = new ArrayList<>(arguments);
    if (names.removeIf(DRY_RUN::equals)) {
      List<ModuleReload> plans = modules.plan(names);
      DryRunReport.print(plans, out);
      return status(plans);
    }
    if (names.stream().anyMatch(name -> name.startsWith("-"))) {
      return Status.USAGE;
    }
    List<ModuleReload> results = modules.reload(names);
    for (ModuleReload result : results) {
      if (!names.isEmpty() || !result.result().isGood()) {
        out.line(result.result().message(result.module()));
        result.reason().ifPresent(reason -> out.line("  " + reason));
      }
    }
    if (names.isEmpty() && status(results) == Status.FAILURE) {
      long good = results.stream().filter(result -> result.result().isGood()).count();
      out.line(good + " modules reloaded, " + (results.size() - good) + " not");
    }
    return status(results);
  }

  @Override
  boolean suits(ModuleState state) {
    return state.running();
  }

  @Override
  public List<String> complete(List<String> arguments, String prefix) {
    List<String> found = new ArrayList<>(names(arguments, prefix));
    found.addAll(arguments.contains(DRY_RUN) ? List.of() : Completion.of(prefix, DRY_RUN));
    return found;
  }

  private static Status status(List<ModuleReload> results) {
    return results.stream().allMatch(result -> result.result().isGood())
        ? Status.SUCCESS
        : Status.FAILURE;
  }
}
