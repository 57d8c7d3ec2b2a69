package org.ara.server.tool.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ara.config.Category;
import org.ara.config.Configuration;
import org.ara.config.LoadResult;
import org.ara.config.Origin;
import org.ara.config.Problem;
import org.ara.config.file.FileConfigSource;
import org.ara.realtime.mapping.FamilyMap;

/** Decides what rows a file becomes: by which of its names {@code extconfig.conf} maps. */
final class Conversion {

  /** Files that are read before there is a database, or say where it is. */
  private static final Set<String> STAY =
      Set.of("asterisk.conf", "extconfig.conf", "logger.conf", "modules.conf", "realtime.conf");

  private final Path directory;
  private final FamilyMap families;

  Conversion(Path directory, FamilyMap families) {
    this.directory = directory;
    this.families = families;
  }

  /**
   * What became of a file.
   *
   * @param parts one for each table; none if it stays a file
   * @param problems what is wrong, and what stays
   */
  record Result(List<Part> parts, List<Problem> problems) {

    boolean failed() {
      return problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
    }
  }

  Result of(String file) {
    List<String> mapped = mapped(file);
    if (mapped.isEmpty()) {
      return new Result(List.of(), List.of(unmapped(file)));
    }
    FileConfigSource.Reading reading = new FileConfigSource(directory).read(file);
    List<Problem> problems = new ArrayList<>(reading.result().problems());
    List<Part> parts =
        switch (reading.result()) {
          case LoadResult.Loaded(Configuration read, List<Problem> said) ->
              mapped.contains(file)
                  ? List.of(new StaticRows(directory, read, reading.files()).part())
                  : parts(file, read, mapped, problems);
          case LoadResult.Missing(String name, List<Problem> said) -> {
            problems.add(Problem.error(new Origin(name, 0), "there is no such file"));
            yield List.of();
          }
          case LoadResult.Invalid invalid -> List.of();
        };
    return new Result(parts, problems);
  }

  /** Under which names the file is mapped: its own, or its families'. */
  List<String> mapped(String file) {
    if (STAY.contains(file) || file.startsWith("res_")) {
      return List.of();
    }
    return families.of(file).isEmpty()
        ? FamilyRows.families(file).stream().filter(f -> !families.of(f).isEmpty()).toList()
        : List.of(file);
  }

  private static List<Part> parts(
      String file, Configuration read, List<String> mapped, List<Problem> problems) {
    for (Category settings : FamilyRows.settings(read)) {
      problems.add(
          Problem.warning(
              settings.origin(), "[" + settings.name() + "] stays in the file; it is no row"));
    }
    List<Category> objects = FamilyRows.objects(read);
    return mapped.stream().map(family -> part(file, family, read, objects, problems)).toList();
  }

  private static Part part(
      String file,
      String family,
      Configuration read,
      List<Category> objects,
      List<Problem> problems) {
    return switch (family) {
      case "extensions" -> DialplanRows.part(read, problems);
      case "voicemail" -> MailboxRows.part(objects);
      case "queue_members" -> QueueRows.members(objects);
      case "queues" -> FamilyRows.of(family, objects, v -> !QueueRows.isMember(v));
      case "iaxpeers" -> FamilyRows.of(family, FamilyRows.ofType(objects, "peer"), v -> true);
      case "iaxusers" -> FamilyRows.of(family, FamilyRows.ofType(objects, "user"), v -> true);
      default -> FamilyRows.of(family, objects, v -> true);
    };
  }

  private static Problem unmapped(String file) {
    Origin origin = new Origin(file, 0);
    if (STAY.contains(file) || file.startsWith("res_")) {
      return Problem.warning(origin, "stays a file: it is read before there is a database");
    }
    List<String> names = new ArrayList<>(List.of(file));
    names.addAll(FamilyRows.families(file));
    return Problem.warning(
        origin,
        "stays a file: extconfig.conf maps none of "
            + String.join(", ", names)
            + "; to have it in rows add "
            + file
            + " => sqlite3,DATABASE,ast_config");
  }
}
