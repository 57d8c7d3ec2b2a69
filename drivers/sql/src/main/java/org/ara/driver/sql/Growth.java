package org.ara.driver.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.ara.realtime.Requirement;
import org.ara.realtime.Shortfalls;
import org.ara.realtime.spi.TableDescription;
import org.ara.realtime.spi.TableDescription.Column;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for required columns in a table and adds those that are missing, where that is wanted. */
final class Growth {

  private static final Logger LOG = LoggerFactory.getLogger(Growth.class);

  /** What every database takes as a name and no program would stumble over. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,62}");

  private final Database database;
  private final Catalogue catalogue;
  private final Problems problems;
  private final String table;
  private volatile List<Requirement> required = List.of();
  private volatile Set<String> said = Set.of();

  Growth(Database database, Catalogue catalogue, Problems problems, String table) {
    this.database = database;
    this.catalogue = catalogue;
    this.problems = problems;
    this.table = table;
  }

  /** Whether columns may be added. */
  boolean mayAlter() {
    return database.requirements() != Requirements.WARN;
  }

  /** What is lacking, after what may be added has been. */
  Shortfalls meet(Session session, List<Requirement> requirements)
      throws SQLException, DatabaseException {
    List<String> refused = new ArrayList<>();
    if (mayAlter()) {
      for (Requirement requirement : requirements) {
        add(session, requirement, refused);
      }
    }
    List<String> lacking = lacking(fresh(session), requirements);
    required = List.copyOf(requirements);
    said = Set.copyOf(lacking);
    List<String> messages = new ArrayList<>(lacking);
    refused.forEach(message -> messages.add(database.place() + " " + message));
    return new Shortfalls(messages);
  }

  /** Says what the table lacks now that it did not lack when it was looked at before. */
  void lookAgain(DescribedTable described) {
    List<Requirement> wanted = required;
    if (!wanted.isEmpty()) {
      List<String> lacking = lacking(described, wanted);
      lacking.stream().filter(message -> !said.contains(message)).forEach(LOG::warn);
      said = Set.copyOf(lacking);
    }
  }

  private List<String> lacking(DescribedTable described, List<Requirement> requirements) {
    List<Requirement> there = new ArrayList<>();
    List<String> messages = new ArrayList<>();
    for (Requirement requirement : requirements) {
      if (described.column(requirement.column()).isPresent()) {
        there.add(requirement);
      } else {
        messages.add(
            table + "." + requirement.column() + " is missing; " + advice(described, requirement));
      }
    }
    messages.addAll(declared(described).shortfalls(table, there).messages());
    return messages.stream().map(message -> database.place() + " " + message).toList();
  }

  private String advice(DescribedTable described, Requirement requirement) {
    if (!NAME.matcher(requirement.column()).matches()) {
      return "add it";
    }
    String type = database.dialect().columnType(requirement, false);
    return "add it: "
        + database.dialect().addColumn(described, requirement.column(), type)
        + "; or have all of them added by ./ara schema migrate";
  }

  private void add(Session session, Requirement requirement, List<String> refused)
      throws SQLException, DatabaseException {
    DescribedTable described = fresh(session);
    String column = requirement.column();
    if (described.column(column).isPresent()) {
      return;
    }
    if (!NAME.matcher(column).matches()) {
      refused.add(table + "." + column + " was not added: this is no name for a column");
      return;
    }
    boolean asText = database.requirements() == Requirements.CREATECHAR;
    String type = database.dialect().columnType(requirement, asText);
    try {
      session.change(database.dialect().addColumn(described, column, type));
      LOG.warn("{} {}.{}: added as {}, as it was required", database.place(), table, column, type);
    } catch (SQLException e) {
      // Another server may have added it meanwhile; and whoever may not alter tables may still
      // warn.
      if (database.dialect().fault(e) != Fault.REFUSED) {
        throw e;
      }
      if (fresh(session).column(column).isEmpty()) {
        refused.add(table + "." + column + " could not be added: " + Problems.firstLine(e));
      }
    } finally {
      catalogue.forget();
    }
  }

  private DescribedTable fresh(Session session) throws SQLException, DatabaseException {
    return catalogue.now(session).orElseThrow(problems::noTable);
  }

  /** The columns with their types as declared, which tell signed from unsigned. */
  private TableDescription declared(DescribedTable described) {
    return new TableDescription(
        described.columns().stream()
            .map(
                column -> {
                  Column d = column.description();
                  return new Column(
                      d.name(), declaredType(column), d.size(), d.nullable(), d.text());
                })
            .toList());
  }

  /** Where anything may be stored, every column of whole numbers holds the greatest. */
  private String declaredType(SqlColumn column) {
    String type = column.declaredType();
    return database.dialect().storesAnything() && type.toUpperCase(Locale.ROOT).contains("INT")
        ? "bigint"
        : type;
  }
}
