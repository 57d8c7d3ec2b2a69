package org.ara.realtime.console;

import java.util.List;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.ara.realtime.Realtime;
import org.ara.realtime.Row;
import org.ara.realtime.status.Explanation;
import org.ara.realtime.status.Inspection;

/** {@code realtime load}: shows one row, its passwords hidden. */
final class RealtimeLoad extends FamilyCommand {

  private static final String LAYOUT = "%30s  %-30s";

  private final Inspection inspection;

  RealtimeLoad(Realtime realtime, Inspection inspection) {
    super(realtime, "load", "Failed to load");
    this.inspection = inspection;
  }

  @Override
  public String summary() {
    return "Show a row of a family";
  }

  @Override
  public String usage() {
    return """
    Usage: realtime load <family> <colmatch> <value>
           Shows the set columns of the first row of the family whose column <colmatch> is
           <value>. <colmatch> may end in an operator: "name LIKE", "port >".""";
  }

  @Override
  Status run(List<String> arguments, Output out) {
    if (arguments.size() != 3) {
      return Status.USAGE;
    }
    List<Condition> conditions = conditions(arguments.subList(1, 3));
    Explanation explanation = inspection.explain(arguments.getFirst(), conditions);
    if (explanation.source().isStale()) {
      out.line(
          "%s old, %s:", RealtimeExplain.seconds(explanation.age()), explanation.source().words());
    }
    return switch (explanation.answer()) {
      case Lookup.Found<Row>(Row row) -> show(row, out);
      case Lookup.Absent<Row>() -> {
        out.line("No rows found matching search criteria.");
        yield Status.SUCCESS;
      }
      case Lookup.Unavailable<Row>(Outage outage) -> unavailable(outage, out);
    };
  }

  private static Status show(Row row, Output out) {
    out.line(LAYOUT, "Column Name", "Column Value");
    out.line(LAYOUT, "-".repeat(20), "-".repeat(20));
    for (Field field : row.entries()) {
      out.line(LAYOUT, field.column(), SecretColumns.shown(field));
    }
    return Status.SUCCESS;
  }
}
