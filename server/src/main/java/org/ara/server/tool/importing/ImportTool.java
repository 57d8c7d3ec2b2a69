package org.ara.server.tool.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ara.config.file.FileConfigSource;
import org.ara.driver.sql.Database;
import org.ara.driver.sql.DatabaseException;
import org.ara.driver.sql.bulk.BulkTable;
import org.ara.realtime.Mapping;
import org.ara.realtime.mapping.FamilyMap;
import org.ara.server.tool.Surroundings;
import org.ara.server.tool.Tool;
import org.ara.server.tool.ToolException;
import org.ara.server.tool.table.Installation;

/** {@code ./ara import}: makes configuration files rows of the tables they are mapped to. */
public final class ImportTool implements Tool {

  @Override
  public String name() {
    return "import";
  }

  @Override
  public String usage() {
    return "import [-C FILE] [--dry-run] [--leave-out] [--export] DIR [FILE ...]";
  }

  /** Each file is one transaction; one that fails is said and leaves its rows as they were. */
  @Override
  public int run(List<String> arguments, Surroundings surroundings) throws ToolException {
    ImportOrder order = ImportOrder.parse(arguments);
    try (Installation installation = Installation.open(surroundings.settings())) {
      Run run = new Run(order, surroundings, installation);
      return order.export() ? new Export(order, surroundings, installation).run() : run.all();
    }
  }

  /** The database and the table of a family's first mapping. */
  static Place place(Installation installation, String family) throws ToolException {
    Mapping mapping = new FamilyMap(installation.mappings()).of(family).getFirst();
    Database database =
        installation
            .database(mapping)
            .orElseThrow(
                () ->
                    new ToolException(
                        mapping.origin()
                            + ": "
                            + family
                            + " is not in an SQL database that is configured; import cannot use"
                            + " it"));
    return new Place(database, mapping.table());
  }

  /** Where a family is kept. */
  record Place(Database database, String table) {}

  /** One run. */
  private record Run(ImportOrder order, Surroundings surroundings, Installation installation) {

    int all() throws ToolException {
      Conversion conversion =
          new Conversion(order.directory(), new FamilyMap(installation.mappings()));
      boolean good = true;
      for (String file : files(conversion)) {
        Conversion.Result result = conversion.of(file);
        result.problems().forEach(problem -> surroundings.err().println(problem));
        try {
          if (!result.parts().isEmpty() && !result.failed()) {
            file(file, result.parts());
          }
          good &= !result.failed();
        } catch (ToolException e) {
          surroundings.err().println(e.getMessage());
          surroundings.err().println(file + ": nothing of it was written");
          good = false;
        }
      }
      return good ? 0 : 1;
    }

    /** The files to take; one that another includes is part of that. */
    private List<String> files(Conversion conversion) throws ToolException {
      if (!Files.isDirectory(order.directory())) {
        throw new ToolException(
            order.directory()
                + " is not a directory; name the one that holds the .conf files, then the files if"
                + " not all are meant");
      }
      if (!order.files().isEmpty()) {
        return order.files();
      }
      try (Stream<Path> found = Files.list(order.directory())) {
        List<String> names =
            found
                .filter(Files::isRegularFile)
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".conf"))
                .sorted()
                .toList();
        Set<String> included = new HashSet<>();
        for (String name : names) {
          if (!conversion.mapped(name).isEmpty()) {
            new FileConfigSource(order.directory())
                .read(name).files().stream()
                    .map(file -> order.directory().relativize(file).toString())
                    .filter(file -> !file.equals(name))
                    .forEach(included::add);
          }
        }
        List<String> wanted = new ArrayList<>(names);
        wanted.removeAll(included);
        return wanted;
      } catch (IOException e) {
        throw new ToolException(order.directory() + " cannot be read: " + e, e);
      }
    }

    private void file(String file, List<Part> parts) throws ToolException {
      Map<Database, List<Part>> byDatabase = new LinkedHashMap<>();
      for (Part part : parts) {
        byDatabase
            .computeIfAbsent(place(installation, part.family()).database(), d -> new ArrayList<>())
            .add(part);
      }
      for (Map.Entry<Database, List<Part>> entry : byDatabase.entrySet()) {
        try (Connection connection = entry.getKey().own()) {
          transaction(file, entry.getKey(), connection, entry.getValue());
        } catch (SQLException e) {
          throw new ToolException(file + ": " + entry.getKey().place() + ": " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
          throw new ToolException(file + ": cannot be read: " + e.getMessage(), e);
        } catch (DatabaseException e) {
          throw new ToolException(file + ": " + e.outage().message(), e);
        }
      }
    }

    private void transaction(
        String file, Database database, Connection connection, List<Part> parts)
        throws SQLException, ToolException {
      connection.setAutoCommit(false);
      boolean done = false;
      Tally tally = new Tally();
      Progress progress =
          new Progress(
              surroundings.err(),
              surroundings.terminal(),
              file,
              parts.stream().mapToLong(Part::count).sum());
      try {
        for (Part part : parts) {
          part(connection, part, tally, progress);
        }
        connection.commit();
        done = true;
      } finally {
        progress.end();
        if (!done) {
          connection.rollback();
        }
      }
      surroundings
          .out()
          .println(
              file
                  + (order.dryRun() ? ": would be in " : ": in ")
                  + database.place()
                  + ": "
                  + tally);
    }

    private void part(Connection connection, Part part, Tally tally, Progress progress)
        throws SQLException, ToolException {
      String name = place(installation, part.family()).table();
      BulkTable table = BulkTable.open(connection, name);
      Fitting fitting = new Fitting(table, name, order.leaveOut(), surroundings.err());
      if (order.dryRun()) {
        new PartDiff(table, part, fitting, tally, surroundings.out()).print();
      } else {
        new PartWriter(table, part, fitting, tally, progress).write();
      }
    }
  }
}
