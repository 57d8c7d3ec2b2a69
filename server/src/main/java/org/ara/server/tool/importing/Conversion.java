package org.ara.server.tool.importing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ara.config.Category;
import org.ara.config.Configuration;
import org.ara.config.LoadResult;
import org.ara.config.Origin;
import org.ara.config.Problem;
import org.ara.config.file.FileConfigSource;
import org.ara.realtime.Mapping;
import org.ara.realtime.mapping.FamilyMap;

/** Decides what rows a file becomes: by which of its names {@code extconfig.conf} maps. */
final class Conversion {

  /** Files that are read before there is a database, or say where it is. */
  private static final Set<String> STAY =
      Set.of(
          "asterisk.conf",
          "extconfig.conf",
          "logger.conf",
          "modules.conf",
          "realtime.conf",
          "res_curl.conf",
          "res_ldap.conf",
          "res_mysql.conf",
          "res_odbc.conf",
          "res_pgsql.conf");

  /** The mapping that catches every file without one of its own. */
  static final String GLOBAL = "global";

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
    if (!Files.isRegularFile(directory.resolve(file))) {
      return new Result(
          List.of(),
          List.of(Problem.error(new Origin(file, 0), "there is no such file in " + directory)));
    }
    List<String> mapped = mapped(file);
    if (mapped.isEmpty()) {
      return new Result(List.of(), List.of(unmapped(file)));
    }
    FileConfigSource.Reading reading = new FileConfigSource(directory).read(file);
    List<Problem> problems = new ArrayList<>(reading.result().problems());
    List<Part> parts =
        switch (reading.result()) {
          case LoadResult.Loaded(Configuration read, List<Problem> said) ->
              isStatic(file)
                  ? List.of(
                      new StaticRows(directory, read, reading.files()).part(mapped.getFirst()))
                  : parts(file, read, mapped, problems);
          case LoadResult.Missing(String name, List<Problem> said) -> {
            problems.add(Problem.error(new Origin(name, 0), "there is no such file"));
            yield List.of();
          }
          case LoadResult.Invalid invalid -> List.of();
        };
    return new Result(parts, problems);
  }

  /** Whether the file as a whole is mapped, by its own name or because all files are. */
  boolean isStatic(String file) {
    return !stays(file) && (isMapped(file) || isMapped(GLOBAL));
  }

  /** Under which names the file is mapped: its own, that of all files, or its families'. */
  List<String> mapped(String file) {
    if (stays(file)) {
      return List.of();
    }
    if (isStatic(file)) {
      return List.of(isMapped(file) ? file : GLOBAL);
    }
    return FamilyRows.families(file).stream().filter(this::isMapped).toList();
  }

  private static boolean stays(String file) {
    return STAY.contains(file) || file.startsWith("res_config_");
  }

  private boolean isMapped(String name) {
    return !families.of(name).isEmpty();
  }

  /** One part for each table: families that share one are written once. */
  private List<Part> parts(
      String file, Configuration read, List<String> mapped, List<Problem> problems) {
    for (Category settings : FamilyRows.settings(read)) {
      problems.add(
          Problem.warning(
              settings.origin(), "[" + settings.name() + "] stays in the file; it is no row"));
    }
    List<Category> objects = FamilyRows.objects(read);
    Map<List<String>, List<String>> byTable = byTable(mapped);
    List<Part> parts = new ArrayList<>();
    for (List<String> sharing : byTable.values()) {
      parts.add(
          sharing.size() > 1
              ? FamilyRows.of(sharing.getFirst(), objects, v -> true)
              : part(sharing.getFirst(), mapped.size() > 1, read, objects, problems));
    }
    return parts;
  }

  /** The families by the table that they are written to. */
  Map<List<String>, List<String>> byTable(List<String> mapped) {
    Map<List<String>, List<String>> byTable = new LinkedHashMap<>();
    for (String family : mapped) {
      Mapping first = families.of(family).getFirst();
      byTable
          .computeIfAbsent(
              List.of(first.driver(), first.database(), first.table()), t -> new ArrayList<>())
          .add(family);
    }
    return byTable;
  }

  /**
   * The rows of one family.
   *
   * @param apart whether peers and users are in tables of their own
   */
  private static Part part(
      String family,
      boolean apart,
      Configuration read,
      List<Category> objects,
      List<Problem> problems) {
    return switch (family) {
      case "extensions" -> DialplanRows.part(read, problems);
      case "voicemail" -> MailboxRows.part(objects);
      case "queue_members" -> QueueRows.members(objects);
      case "queues" -> FamilyRows.of(family, objects, v -> !QueueRows.isMember(v));
      case "sippeers" ->
          FamilyRows.of(family, apart ? FamilyRows.ofType(objects, "peer") : objects, v -> true);
      case "iaxpeers" -> FamilyRows.of(family, FamilyRows.ofType(objects, "peer"), v -> true);
      case "sipusers", "iaxusers" ->
          FamilyRows.of(family, FamilyRows.ofType(objects, "user"), v -> true);
      default -> FamilyRows.of(family, objects, v -> true);
    };
  }

  private static Problem unmapped(String file) {
    Origin origin = new Origin(file, 0);
    if (stays(file)) {
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
