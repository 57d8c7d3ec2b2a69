package org.ara.server.tool.doctor;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ara.config.LoadResult;
import org.ara.config.Problem;
import org.ara.driver.sql.Database;
import org.ara.driver.sql.DatabaseException;
import org.ara.driver.sql.schema.Finding;
import org.ara.pbx.dialplan.Dialplan;
import org.ara.realtime.Mapping;
import org.ara.realtime.mapping.FamilyMap;
import org.ara.realtime.policy.RealtimeConf;
import org.ara.server.tool.Surroundings;
import org.ara.server.tool.Tool;
import org.ara.server.tool.ToolException;
import org.ara.server.tool.table.Installation;
import org.ara.server.tool.table.Target;

/**
 * {@code ./ara doctor}: looks at mappings, databases, tables and rows, and says what mends them.
 */
public final class DoctorTool implements Tool {

  @Override
  public String name() {
    return "doctor";
  }

  @Override
  public String usage() {
    return "doctor [-C FILE]";
  }

  @Override
  public int run(List<String> arguments, Surroundings surroundings) throws ToolException {
    if (!arguments.isEmpty()) {
      throw new IllegalArgumentException("'" + arguments.getFirst() + "' is not understood");
    }
    Diagnosis diagnosis = new Diagnosis(surroundings.out());
    try (Installation installation = Installation.open(surroundings.settings())) {
      diagnosis.about("configuration");
      installation.problems().stream().map(Problem::toString).forEach(diagnosis::problem);
      for (Mapping mapping : installation.mappings()) {
        mapping(installation, mapping, diagnosis);
      }
      Map<Database, List<Target>> byDatabase = new LinkedHashMap<>();
      for (Target target : installation.targets(List.of())) {
        byDatabase.computeIfAbsent(target.database(), d -> new ArrayList<>()).add(target);
      }
      References references = new References();
      RealtimeConf policies = policies(installation, diagnosis);
      byDatabase.forEach(
          (database, targets) -> database(database, targets, references, policies, diagnosis));
      diagnosis.about("dialplan and mailboxes");
      Dialplan dialplan = new ConfiguredPlaces(installation, references, diagnosis).read();
      Set<String> mapped = new FamilyMap(installation.mappings()).families();
      new ReferenceCheck(references, dialplan, mapped, diagnosis).run();
    }
    return diagnosis.close() ? 0 : 1;
  }

  private static RealtimeConf policies(Installation installation, Diagnosis diagnosis)
      throws ToolException {
    LoadResult result = installation.config(RealtimeConf.FILE);
    result.problems().stream().map(Problem::toString).forEach(diagnosis::problem);
    if (!(result instanceof LoadResult.Loaded loaded)) {
      return RealtimeConf.none();
    }
    RealtimeConf read = RealtimeConf.of(loaded.configuration());
    read.problems().stream().map(Problem::toString).forEach(diagnosis::problem);
    return read;
  }

  private static void mapping(Installation installation, Mapping mapping, Diagnosis diagnosis) {
    String place = mapping.origin() + ": " + mapping.family();
    if (!installation.hasDriver(mapping.driver())) {
      diagnosis.finding(
          Finding.advised(
              place + " is mapped to driver '" + mapping.driver() + "', which does not exist",
              "use one of " + String.join(", ", installation.driverNames())));
    } else if (installation.database(mapping).isEmpty()) {
      diagnosis.finding(
          Finding.advised(
              place
                  + " is mapped to database '"
                  + mapping.database()
                  + "', which is not configured",
              "add the section [" + mapping.database() + "] to the file of " + mapping.driver()));
    }
  }

  private static void database(
      Database database,
      List<Target> targets,
      References references,
      RealtimeConf policies,
      Diagnosis diagnosis) {
    diagnosis.about(database.place().toString());
    try (Connection connection = database.own()) {
      TableCheck tables = new TableCheck(connection);
      FeedCheck feeds = new FeedCheck(connection, policies);
      RowCheck rows = new RowCheck(connection, targets, references);
      tables.encoding(targets.getFirst()).ifPresent(diagnosis::finding);
      for (Target target : targets) {
        diagnosis.table(target.table());
        tables.findings(target).forEach(diagnosis::finding);
        if (target.exists(connection)) {
          feeds.finding(target).ifPresent(diagnosis::finding);
          rows.findings(target, diagnosis::finding);
        }
      }
    } catch (SQLException e) {
      references.incomplete();
      diagnosis.problem(String.valueOf(e.getMessage()));
    } catch (DatabaseException e) {
      references.incomplete();
      diagnosis.problem(e.outage().message());
    }
  }
}
