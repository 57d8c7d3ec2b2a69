package org.ara.pbx.dialplan.realtime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ara.config.Origin;
import org.ara.pbx.dialplan.Extension;
import org.ara.pbx.dialplan.ExtensionName;
import org.ara.pbx.dialplan.ExtensionTable;
import org.ara.pbx.dialplan.PriorityText;
import org.ara.pbx.dialplan.Step;
import org.ara.pbx.dialplan.pattern.Pattern;
import org.ara.realtime.Row;
import org.jspecify.annotations.Nullable;

/**
 * Makes extensions of rows, one use for one set of rows. Rows are taken in the order of their ids,
 * so that {@code n} is the priority after that of the extension's row before.
 */
final class RowCompiler {

  private static final java.util.regex.Pattern ID = java.util.regex.Pattern.compile("[0-9]{1,18}");
  private static final int LONGEST_ARGUMENTS = 8191;

  private final SwitchData data;
  private final @Nullable String dialled;
  private final Map<ExtensionName, RowSteps> extensions = new LinkedHashMap<>();
  private final List<BadRow> bad = new ArrayList<>();

  private RowCompiler(SwitchData data, @Nullable String dialled) {
    this.data = data;
    this.dialled = dialled;
  }

  /**
   * What rows of a family come to.
   *
   * @param dialled the text that the storage holds all names to be equal to, perhaps ignoring case;
   *     null if the names differ
   */
  static Compiled compile(SwitchData data, List<Row> rows, @Nullable String dialled) {
    RowCompiler compiler = new RowCompiler(data, dialled);
    compiler.inOrder(rows).forEach(compiler::add);
    List<Extension> made = new ArrayList<>();
    compiler.extensions.forEach((name, steps) -> made.add(steps.extension(name)));
    return new Compiled(new ExtensionTable(made), compiler.bad);
  }

  private List<Row> inOrder(List<Row> rows) {
    boolean numbered = rows.size() > 1 && rows.stream().allMatch(row -> id(row) > 0);
    return numbered
        ? rows.stream().sorted(Comparator.comparingLong(RowCompiler::id)).toList()
        : rows;
  }

  private void add(Row row) {
    List<String> complaints = new ArrayList<>();
    String written = text(row, "exten");
    Optional<PriorityText> priority = PriorityText.parse(text(row, "priority").strip());
    String application = text(row, "app").strip();
    String arguments = text(row, "appdata");
    if (written.length() > ExtensionName.MAX_LENGTH
        || application.length() > ExtensionName.MAX_LENGTH) {
      aside(row, "exten and app have at most " + ExtensionName.MAX_LENGTH + " characters");
    } else if (priority.isEmpty()) {
      aside(row, notAPriority(row));
    } else if (application.isEmpty()) {
      aside(row, "app is empty; name an application");
    } else if (arguments.length() > LONGEST_ARGUMENTS) {
      aside(row, "appdata has more than " + LONGEST_ARGUMENTS + " characters");
    } else {
      ExtensionName name = name(row, written, complaints);
      if (complaints.isEmpty()) {
        add(row, name, priority.get(), application, arguments);
      } else {
        aside(row, complaints.getFirst());
      }
    }
  }

  private ExtensionName name(Row row, String written, List<String> complaints) {
    if (!data.callers()) {
      return new ExtensionName(Pattern.parse(spelled(written), complaints::add), null);
    }
    int slash = written.indexOf('/', written.lastIndexOf(']') + 1);
    String plain = slash < 0 ? written : written.substring(0, slash);
    ExtensionName name =
        ExtensionName.parse(
            spelled(plain) + (slash < 0 ? "" : written.substring(slash)), complaints::add);
    String caller = row.stored("callerid");
    return name.callerId() != null || caller == null
        ? name
        : new ExtensionName(
            name.name(), ExtensionName.callerId(text(row, "callerid"), complaints::add));
  }

  /** A literal name as it was dialled: what is equal is for the storage to say. */
  private String spelled(String written) {
    return dialled == null || written.startsWith("_") ? written : dialled;
  }

  private void add(
      Row row, ExtensionName name, PriorityText priority, String application, String arguments) {
    RowSteps steps = extensions.computeIfAbsent(name, _ -> new RowSteps());
    int number = steps.number(priority);
    if (number < 1 && number != Step.HINT) {
      aside(row, notAPriority(row));
      return;
    }
    String label = priority.label().isEmpty() ? text(row, "label").strip() : priority.label();
    Origin origin = new Origin(data.family(), id(row));
    steps
        .add(new Step(text(row, "exten"), number, label, application, arguments, origin))
        .ifPresent(reason -> aside(row, reason));
  }

  private static String notAPriority(Row row) {
    return "priority '"
        + text(row, "priority")
        + "' is neither a whole number from 1, nor n with a row of the extension before it, nor a"
        + " label";
  }

  private void aside(Row row, String reason) {
    String place =
        String.format(
            Locale.ROOT,
            "family %s, row context='%s' exten='%s' priority='%s'",
            data.family(),
            text(row, "context"),
            shortened(text(row, "exten")),
            text(row, "priority"));
    bad.add(new BadRow(place, reason));
  }

  private static String text(Row row, String column) {
    String stored = row.stored(column);
    return stored == null ? "" : row.text(column).orElse("");
  }

  private static String shortened(String text) {
    return text.length() <= ExtensionName.MAX_LENGTH
        ? text
        : text.substring(0, ExtensionName.MAX_LENGTH) + "...";
  }

  private static long id(Row row) {
    String id = text(row, "id");
    return ID.matcher(id).matches() ? Long.parseLong(id) : 0;
  }
}
