package org.ara.server.tool.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ara.driver.sql.Database;
import org.ara.driver.sql.DatabaseException;
import org.ara.driver.sql.bulk.BulkTable;
import org.ara.realtime.Mapping;
import org.ara.realtime.mapping.FamilyMap;
import org.ara.server.tool.Surroundings;
import org.ara.server.tool.ToolException;
import org.ara.server.tool.table.Installation;

/** Makes rows files again: those of mapped files, and those of the families of a file. */
final class Export {

  private static final List<String> FAMILY_FILES =
      List.of(
          "sip.conf",
          "iax.conf",
          "extensions.conf",
          "voicemail.conf",
          "queues.conf",
          "musiconhold.conf");

  private final ImportOrder order;
  private final Surroundings surroundings;
  private final Installation installation;
  private final Conversion conversion;

  Export(ImportOrder order, Surroundings surroundings, Installation installation) {
    this.order = order;
    this.surroundings = surroundings;
    this.installation = installation;
    this.conversion = new Conversion(order.directory(), new FamilyMap(installation.mappings()));
  }

  /** Each file by itself; one that cannot be written is said, and the others go on. */
  int run() throws ToolException {
    Set<String> files = files();
    for (String wanted : order.files()) {
      if (!files.contains(wanted)) {
        throw new ToolException(
            wanted
                + ": there are no rows of it, as extconfig.conf maps none of "
                + String.join(", ", names(wanted)));
      }
    }
    boolean good = true;
    for (String file : files) {
      if (order.wants(file)) {
        good &= attempt(file);
      }
    }
    return good ? 0 : 1;
  }

  private List<String> names(String file) {
    List<String> names = new ArrayList<>(List.of(file));
    names.addAll(FamilyRows.families(file));
    return names;
  }

  private boolean attempt(String file) {
    try {
      if (conversion.isStatic(file)) {
        ImportTool.Place place = ImportTool.place(installation, conversion.mapped(file).getFirst());
        use(place, table -> new StaticExport(order, surroundings, file, table).run());
      } else {
        families(file);
      }
      return true;
    } catch (ToolException | UnwritableException e) {
      surroundings.err().println(e.getMessage());
      surroundings.err().println(file + ": was not written");
      return false;
    }
  }

  /** The files that there can be rows of: those mapped, those in the table of all, families'. */
  private Set<String> files() throws ToolException {
    Set<String> files = new LinkedHashSet<>();
    for (Mapping mapping : installation.mappings()) {
      if (mapping.family().endsWith(".conf")) {
        files.add(mapping.family());
      } else if (mapping.family().equalsIgnoreCase(Conversion.GLOBAL)) {
        use(
            ImportTool.place(installation, Conversion.GLOBAL),
            table ->
                table.distinct("filename", Map.of("commented", "0"), "filename").stream()
                    .filter(conversion::isStatic)
                    .forEach(files::add));
      }
    }
    FAMILY_FILES.stream()
        .filter(file -> !conversion.isStatic(file) && !conversion.mapped(file).isEmpty())
        .forEach(files::add);
    return files;
  }

  private void families(String file) throws ToolException {
    Map<ImportTool.Place, List<String>> byPlace = new LinkedHashMap<>();
    for (String family : conversion.mapped(file)) {
      byPlace
          .computeIfAbsent(ImportTool.place(installation, family), p -> new ArrayList<>())
          .add(family);
    }
    try (OutFile out = OutFile.begin(order, surroundings, file)) {
      FamilyFile written = new FamilyFile(out, file, conversion.mapped(file));
      for (Map.Entry<ImportTool.Place, List<String>> entry : byPlace.entrySet()) {
        String family = entry.getValue().getFirst();
        if (!family.equals("queue_members")) {
          use(entry.getKey(), table -> written.add(family, table, members(family)));
        }
      }
      out.finish();
    } catch (IOException e) {
      throw new ToolException(file + ": " + e, e);
    }
  }

  /** The members of a queue, as the lines of a file have them, if they are kept in rows too. */
  private Members members(String family) throws ToolException {
    if (!family.equals("queues") || !conversion.mapped("queues.conf").contains("queue_members")) {
      return Members.NONE;
    }
    Members members = new Members();
    use(ImportTool.place(installation, "queue_members"), members::read);
    return members;
  }

  /** Something to do with a table. */
  private interface Work {
    void with(BulkTable table) throws SQLException, IOException, ToolException;
  }

  private void use(ImportTool.Place place, Work work) throws ToolException {
    Database database = place.database();
    try (Connection connection = database.own()) {
      connection.setAutoCommit(false);
      work.with(BulkTable.open(connection, place.table()));
      connection.rollback();
    } catch (SQLException e) {
      throw new ToolException(database.place() + ": " + e.getMessage(), e);
    } catch (DatabaseException e) {
      throw new ToolException(e.outage().message(), e);
    } catch (IOException | UncheckedIOException e) {
      throw new ToolException(order.directory() + ": " + e.getMessage(), e);
    }
  }
}
