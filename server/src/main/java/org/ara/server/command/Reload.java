package org.ara.server.command;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ara.module.Command;
import org.ara.server.loader.ModuleLoader;
import org.ara.server.loader.ModuleState;
import org.ara.server.loader.ReloadResult;

/**
 * Reads configuration again: {@code module reload [NAME...]}, and under the names {@code reload}
 * and {@code core reload}.
 */
public final class Reload implements Command {

  private final List<String> words;
  private final ModuleLoader loader;
  private final Consumer<Instant> reloaded;

  /**
   * The command under one of its names.
   *
   * @param reloaded told when everything was reloaded
   */
  public Reload(List<String> words, ModuleLoader loader, Consumer<Instant> reloaded) {
    this.words = List.copyOf(words);
    this.loader = loader;
    this.reloaded = reloaded;
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
        Usage: %s [module ...]
               Reads the configuration of the named modules again, or of all of them."""
        .formatted(String.join(" ", words));
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    return arguments.isEmpty() ? everything(out) : each(arguments, out);
  }

  @Override
  public List<String> complete(List<String> arguments, String prefix) {
    return loader.states().stream()
        .map(ModuleState::file)
        .filter(file -> file.startsWith(prefix))
        .toList();
  }

  private Status everything(Output out) {
    Map<String, ReloadResult> refused = loader.reloadAll();
    refused.forEach((module, result) -> out.line(result.message(module)));
    if (!refused.containsValue(ReloadResult.BUSY)) {
      reloaded.accept(Instant.now());
    }
    return refused.isEmpty() ? Status.SUCCESS : Status.FAILURE;
  }

  private Status each(List<String> modules, Output out) {
    Status status = Status.SUCCESS;
    for (String module : modules) {
      ReloadResult result = loader.reload(module);
      out.line(result.message(module));
      if (result != ReloadResult.RELOADED) {
        status = Status.FAILURE;
      }
    }
    return status;
  }
}
