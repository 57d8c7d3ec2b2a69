package org.ara.server.tool.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ara.driver.sql.Database;
import org.ara.driver.sql.DatabaseException;
import org.ara.server.tool.Surroundings;
import org.ara.server.tool.Tool;
import org.ara.server.tool.ToolException;
import org.ara.server.tool.table.Installation;
import org.ara.server.tool.table.Target;

/** {@code ./ara schema}: the tables of the mapped families, and the triggers of change feeds. */
public final class SchemaTool implements Tool {

  @Override
  public String name() {
    return "schema";
  }

  @Override
  public String usage() {
    return """
        schema create|check|migrate [-C FILE] [--dry-run] [FAMILY ...]
                   ara schema notify [-C FILE] [--dry-run] [--remove] [--key COLUMN] [FAMILY ...]""";
  }

  @Override
  public int run(List<String> arguments, Surroundings surroundings) throws ToolException {
    SchemaOrder order = SchemaOrder.parse(arguments);
    try (Installation installation = Installation.open(surroundings.settings())) {
      Map<Database, List<Target>> byDatabase = new LinkedHashMap<>();
      for (Target target : installation.targets(order.families())) {
        byDatabase.computeIfAbsent(target.database(), d -> new ArrayList<>()).add(target);
      }
      if (byDatabase.isEmpty()) {
        throw new ToolException("no family is mapped to an SQL database in extconfig.conf");
      }
      boolean good = true;
      for (Map.Entry<Database, List<Target>> entry : byDatabase.entrySet()) {
        surroundings.out().println(entry.getKey().place());
        good &= work(order, entry.getKey(), entry.getValue(), new Paper(surroundings));
      }
      return good ? 0 : 1;
    }
  }

  private static boolean work(
      SchemaOrder order, Database database, List<Target> targets, Paper paper) {
    try (Connection connection = database.own()) {
      return switch (order.action()) {
        case CREATE -> new Creation(connection, order, paper).run(targets);
        case CHECK -> new Check(connection, paper).run(targets);
        case MIGRATE -> new Migration(connection, order, paper).run(targets);
        case NOTIFY -> new Notification(connection, order, paper).run(targets);
      };
    } catch (SQLException e) {
      paper.failed(String.valueOf(e.getMessage()));
    } catch (DatabaseException e) {
      paper.failed(e.outage().message());
    }
    return false;
  }
}
