package org.ara.realtime.console;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.ara.realtime.Realtime;
import org.ara.realtime.Row;
import org.ara.realtime.status.Explanation;
import org.ara.realtime.status.Inspection;

/** {@code realtime explain}: asks for a row and tells the way of the answer. */
final class RealtimeExplain extends FamilyCommand {

  private final Inspection inspection;

  RealtimeExplain(Realtime realtime, Inspection inspection) {
    super(realtime, "explain", "Failed to explain");
    this.inspection = inspection;
  }

  @Override
  public String summary() {
    return "Ask for a row and tell where the answer comes from";
  }

  @Override
  public String usage() {
    return """
    Usage: realtime explain <family> <colmatch> <value>
           Asks for a row as everybody does, and tells what was kept for it, each mapping
           tried with its query, its answer and its time, and how old the answer is.""";
  }

  @Override
  Status run(List<String> arguments, Output out) {
    if (arguments.size() != 3) {
      return Status.USAGE;
    }
    List<Condition> conditions = conditions(arguments.subList(1, 3));
    Condition asked = conditions.getFirst();
    out.line(
        arguments.getFirst()
            + ": "
            + asked.column()
            + " "
            + asked.operator().symbol()
            + " "
            + SecretColumns.shown(new Field(asked.column(), asked.value())));
    Explanation explanation = inspection.explain(arguments.getFirst(), conditions);
    if (!explanation.kept().isEmpty()) {
      out.line("  cache: " + explanation.kept());
    }
    explanation.steps().forEach(step -> show(step, out));
    return switch (explanation.answer()) {
      case Lookup.Found<Row>(Row row) ->
          conclude("found, " + row.entries().size() + " values", explanation, out);
      case Lookup.Absent<Row>() -> conclude("no row", explanation, out);
      case Lookup.Unavailable<Row>(Outage outage) -> {
        out.line("  unavailable after " + millis(explanation.took()));
        yield unavailable(outage, out);
      }
    };
  }

  private static void show(Explanation.Step step, Output out) {
    out.line("  " + step.place() + ": " + step.outcome() + " (" + millis(step.took()) + ")");
    step.statements().forEach(statement -> out.line("       " + statement));
    step.details().forEach(detail -> out.line("       " + detail));
  }

  private static Status conclude(String what, Explanation explanation, Output out) {
    out.line(
        "  "
            + what
            + ", "
            + explanation.source().words()
            + (explanation.source() == Explanation.Source.STORAGE
                ? ""
                : ", " + seconds(explanation.age()) + " old")
            + ", in "
            + millis(explanation.took()));
    return Status.SUCCESS;
  }

  private static String millis(Duration duration) {
    return String.format(Locale.ROOT, "%.3f ms", duration.toNanos() / 1e6);
  }

  static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3);
  }
}
