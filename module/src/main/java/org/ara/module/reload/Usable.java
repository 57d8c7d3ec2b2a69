package org.ara.module.reload;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ara.config.Configuration;
import org.ara.config.LoadResult;
import org.ara.config.Problem;
import org.ara.module.ModuleException;

/** Tells configurations that may be put in force from those that must not. */
public final class Usable {

  private Usable() {}

  /**
   * A configuration that a module can do without.
   *
   * @return empty if there is none, which is something else than one that cannot be read
   * @throws ModuleException if it has errors or its storage is unavailable, naming each place
   */
  public static Optional<Configuration> optional(LoadResult result) throws ModuleException {
    return switch (result) {
      case LoadResult.Loaded loaded -> Optional.of(loaded.configuration());
      case LoadResult.Missing(String name, List<Problem> problems) -> {
        if (problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR)) {
          throw unusable(name, problems);
        }
        yield Optional.empty();
      }
      case LoadResult.Invalid(String name, List<Problem> problems) ->
          throw unusable(name, problems);
    };
  }

  /**
   * A configuration that a module must have.
   *
   * @throws ModuleException if it is not there or cannot be used, naming each place
   */
  public static Configuration required(LoadResult result) throws ModuleException {
    Optional<Configuration> configuration = optional(result);
    if (configuration.isEmpty()) {
      String name = result instanceof LoadResult.Missing missing ? missing.name() : "the file";
      throw new ModuleException(name + " is not there");
    }
    return configuration.get();
  }

  private static ModuleException unusable(String name, List<Problem> problems) {
    String errors =
        problems.stream()
            .filter(problem -> problem.severity() == Problem.Severity.ERROR)
            .map(Problem::toString)
            .collect(Collectors.joining("; "));
    return new ModuleException(errors.isEmpty() ? name + " cannot be used" : errors);
  }
}
