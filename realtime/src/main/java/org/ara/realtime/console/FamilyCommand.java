package org.ara.realtime.console;

import java.util.ArrayList;
import java.util.List;
import org.ara.module.Command;
import org.ara.module.Completion;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Mapping;
import org.ara.realtime.Outage;
import org.ara.realtime.Realtime;

/** A command {@code realtime <verb> <family> ...}; what its kinds have in common. */
abstract class FamilyCommand implements Command {

  /** The most column-value pairs a command takes. */
  private static final int MAX_PAIRS = 5;

  final Realtime realtime;
  private final String verb;
  private final String failure;

  /**
   * A command.
   *
   * @param verb its second word
   * @param failure how a line starts that says it failed: {@code Failed to update}
   */
  FamilyCommand(Realtime realtime, String verb, String failure) {
    this.realtime = realtime;
    this.verb = verb;
    this.failure = failure;
  }

  @Override
  public final List<String> words() {
    return List.of("realtime", verb);
  }

  /** Runs the command, which never sees arguments that no storage could accept. */
  @Override
  public final Status execute(List<String> arguments, Output out) {
    try {
      return run(arguments, out);
    } catch (IllegalArgumentException unacceptable) {
      out.line(failure + ": " + unacceptable.getMessage());
      return Status.FAILURE;
    }
  }

  /**
   * Does the work.
   *
   * @throws IllegalArgumentException for an operator or a column that cannot be
   */
  abstract Status run(List<String> arguments, Output out);

  @Override
  public List<String> complete(List<String> arguments, String prefix) {
    return arguments.isEmpty()
        ? Completion.of(prefix, realtime.mappings().stream().map(Mapping::family))
        : List.of();
  }

  /** Whether these are one to five pairs of a column and a value. */
  static boolean arePairs(List<String> words) {
    return !words.isEmpty() && words.size() % 2 == 0 && words.size() <= 2 * MAX_PAIRS;
  }

  /** Conditions from words in pairs: a column, perhaps with an operator, and a value. */
  static List<Condition> conditions(List<String> words) {
    List<Condition> conditions = new ArrayList<>();
    for (int i = 0; i < words.size(); i += 2) {
      conditions.add(Condition.parse(words.get(i), words.get(i + 1)));
    }
    return conditions;
  }

  /** Fields from words in pairs. */
  static List<Field> fields(List<String> words) {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < words.size(); i += 2) {
      fields.add(new Field(words.get(i), words.get(i + 1)));
    }
    return fields;
  }

  /** Says what became of a change: {@code Updated 1 RealTime record.} */
  final Status say(Change change, String done, Output out) {
    return switch (change) {
      case Change.Done(int rows) -> {
        out.line("%s %d RealTime record%s.", done, rows, rows == 1 ? "" : "s");
        yield Status.SUCCESS;
      }
      case Change.Unavailable(Outage outage) -> unavailable(outage, out);
    };
  }

  /** Says that the storage could not do it, and why. */
  final Status unavailable(Outage outage, Output out) {
    out.line(failure + ": " + outage.message());
    return Status.FAILURE;
  }
}
