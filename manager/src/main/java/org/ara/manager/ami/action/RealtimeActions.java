package org.ara.manager.ami.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.ara.manager.ami.guard.Secrets;
import org.ara.module.manager.Header;
import org.ara.module.manager.ManagerAction;
import org.ara.module.manager.Reply;
import org.ara.module.manager.Request;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.ara.realtime.Realtime;
import org.ara.realtime.Row;
import org.ara.realtime.console.SecretColumns;
import org.ara.realtime.status.Explanation;
import org.ara.realtime.status.Inspection;

/**
 * Rows of families: {@code RealtimeLoad}, {@code RealtimeExplain}, {@code RealtimeUpdate}, {@code
 * RealtimeStore}, {@code RealtimeDestroy}. Columns are headers {@code Set-column: value}; passwords
 * are never told.
 */
record RealtimeActions(Realtime realtime, Inspection inspection) {

  private static final String SET = "set-";

  List<ManagerAction> all() {
    return List.of(
        action("RealtimeLoad", this::load),
        action("RealtimeExplain", this::explain),
        action("RealtimeUpdate", this::update),
        action("RealtimeStore", this::store),
        action("RealtimeDestroy", this::destroy));
  }

  private static ManagerAction action(String name, Function<Request, Reply> work) {
    return new Simple(
        name,
        request -> {
          if (request.filled("Family").isEmpty()) {
            return Reply.error("No family specified");
          }
          try {
            return work.apply(request);
          } catch (IllegalArgumentException e) {
            return Reply.error(String.valueOf(e.getMessage()));
          }
        });
  }

  private static String family(Request request) {
    return request.text("Family");
  }

  /** The conditions: each {@code Column} goes with the {@code Value} of the same rank. */
  private static List<Condition> conditions(Request request) {
    List<String> columns = request.all("Column");
    List<String> values = request.all("Value");
    if (columns.isEmpty() || columns.size() != values.size()) {
      throw new IllegalArgumentException("Each Column needs a Value, and one is needed");
    }
    List<Condition> conditions = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Condition condition = Condition.parse(columns.get(i), values.get(i));
      if (Secrets.isSecret(condition.column()) && !request.client().reachesSystem()) {
        throw new IllegalArgumentException(
            "Rows are not looked for by " + condition.column() + ": it holds a password");
      }
      conditions.add(condition);
    }
    return conditions;
  }

  private static List<Field> fields(Request request) {
    List<Field> fields = new ArrayList<>();
    for (Header header : request.headers()) {
      if (header.name().toLowerCase(Locale.ROOT).startsWith(SET)) {
        fields.add(new Field(header.name().substring(SET.length()), header.value()));
      }
    }
    if (fields.isEmpty()) {
      throw new IllegalArgumentException("No Set-column specified");
    }
    return fields;
  }

  private Reply load(Request request) {
    Lookup<List<Row>> rows =
        request.isYes("All")
            ? realtime.findAll(family(request), conditions(request))
            : realtime.find(family(request), conditions(request)).map(List::of);
    return switch (rows) {
      case Lookup.Unavailable<List<Row>>(Outage outage) -> Reply.error(outage.message());
      case Lookup.Absent<List<Row>>() -> list(List.of());
      case Lookup.Found<List<Row>>(List<Row> found) -> list(found);
    };
  }

  private static Reply list(List<Row> rows) {
    List<List<Header>> entries = new ArrayList<>();
    for (Row row : rows) {
      entries.add(
          row.entries().stream()
              .map(f -> new Header("Set-" + f.column(), SecretColumns.shown(f)))
              .toList());
    }
    return Reply.list("Rows will follow", "RealtimeRow", "RealtimeLoadComplete", entries);
  }

  private Reply explain(Request request) {
    Explanation told = inspection.explain(family(request), conditions(request));
    List<Reply.Entry> entries = new ArrayList<>();
    for (Explanation.Step step : told.steps()) {
      List<Header> fields = new ArrayList<>();
      fields.add(new Header("Place", step.place()));
      fields.add(new Header("Outcome", step.outcome()));
      fields.add(Header.of("Microseconds", step.took().toNanos() / 1000));
      step.statements().forEach(text -> fields.add(new Header("Statement", text)));
      step.details().forEach(text -> fields.add(new Header("Detail", text)));
      entries.add(new Reply.Entry("RealtimeStep", fields));
    }
    String answer =
        switch (told.answer()) {
          case Lookup.Found<Row> _ -> "found";
          case Lookup.Absent<Row> _ -> "absent";
          case Lookup.Unavailable<Row> _ -> "unavailable";
        };
    return new Reply.Listing(
        "Explanation will follow",
        entries,
        "RealtimeExplainComplete",
        List.of(
            new Header("Answer", answer),
            new Header("Source", told.source().words()),
            new Header("Kept", told.kept()),
            Header.of("AgeSeconds", told.age().toSeconds()),
            Header.of("Microseconds", told.took().toNanos() / 1000)));
  }

  private Reply update(Request request) {
    return changed(realtime.update(family(request), conditions(request), fields(request)));
  }

  private Reply store(Request request) {
    return changed(realtime.store(family(request), fields(request)));
  }

  private Reply destroy(Request request) {
    return changed(realtime.destroy(family(request), conditions(request)));
  }

  private static Reply changed(Change change) {
    return switch (change) {
      case Change.Done(int rows) -> Reply.success("", List.of(Header.of("Rows", rows)));
      case Change.Unavailable(Outage outage) -> Reply.error(outage.message());
    };
  }
}
