package org.ara.server.tool.schema;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * What {@code ./ara schema} is told to do.
 *
 * @param action what to do
 * @param families to whose tables; all mapped ones if empty
 * @param dryRun whether to show the statements instead of running them
 * @param remove whether triggers are to be removed instead of installed
 * @param key the columns that name a row; those of the table if empty
 */
record SchemaOrder(
    Action action, List<String> families, boolean dryRun, boolean remove, List<String> key) {

  /** What can be done. */
  enum Action {
    CREATE,
    CHECK,
    MIGRATE,
    NOTIFY
  }

  SchemaOrder {
    families = List.copyOf(families);
    key = List.copyOf(key);
  }

  /**
   * Reads the arguments.
   *
   * @throws IllegalArgumentException for what makes no sense
   */
  static SchemaOrder parse(List<String> arguments) {
    if (arguments.isEmpty()) {
      throw new IllegalArgumentException("say what to do: create, check, migrate or notify");
    }
    Action action = action(arguments.getFirst());
    List<String> families = new ArrayList<>();
    boolean dryRun = false;
    boolean remove = false;
    List<String> key = List.of();
    for (Iterator<String> rest = arguments.listIterator(1); rest.hasNext(); ) {
      String argument = rest.next();
      switch (argument) {
        case "--dry-run" -> dryRun = true;
        case "--remove" -> remove = true;
        case "--key" -> key = key(rest);
        default -> families.add(family(argument));
      }
    }
    if (action != Action.NOTIFY && (remove || !key.isEmpty())) {
      throw new IllegalArgumentException("--remove and --key belong to notify");
    }
    if (!key.isEmpty() && families.size() != 1) {
      throw new IllegalArgumentException("--key needs the one family that it is meant for");
    }
    return new SchemaOrder(action, families, dryRun, remove, key);
  }

  private static Action action(String word) {
    for (Action action : Action.values()) {
      if (action.name().toLowerCase(Locale.ROOT).equals(word)) {
        return action;
      }
    }
    throw new IllegalArgumentException(
        "'" + word + "' is not one of create, check, migrate and notify");
  }

  private static List<String> key(Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException("--key needs a column");
    }
    return List.of(rest.next().split(","));
  }

  private static String family(String argument) {
    if (argument.startsWith("-")) {
      throw new IllegalArgumentException("there is no option '" + argument + "'");
    }
    return argument;
  }
}
