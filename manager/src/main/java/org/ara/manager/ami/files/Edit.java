package org.ara.manager.ami.files;

import java.util.Locale;
import org.ara.config.syntax.ConfigDocument;
import org.ara.module.manager.Request;

/**
 * One step of a change to a file.
 *
 * @param action {@code newcat}, {@code update}... in lower case
 * @param category the section
 * @param variable the variable
 * @param value its new value
 * @param match the value that is meant where there are several; empty for any
 * @param line where to insert, counted from 0 among the section's variables
 */
record Edit(
    String action, String category, String variable, String value, String match, String line) {

  static Edit of(Request request, String number) {
    return new Edit(
        request.text("Action-" + number).toLowerCase(Locale.ROOT),
        request.text("Cat-" + number),
        request.text("Var-" + number),
        request.text("Value-" + number),
        request.text("Match-" + number),
        request.text("Line-" + number));
  }

  /** The document after this step. */
  ConfigDocument apply(ConfigDocument before) throws FileException {
    if ((category + variable + value).chars().anyMatch(c -> c < ' ' && c != '\t')) {
      throw new FileException("Problem with category, value, or line (if required)");
    }
    if (category.isEmpty()) {
      throw new FileException("Category not specified");
    }
    boolean exists = before.sections().stream().anyMatch(category::equalsIgnoreCase);
    if (action.equals("newcat") == exists) {
      throw new FileException(
          exists
              ? "Create category did not complete successfully"
              : "Given category does not exist");
    }
    try {
      return changed(before);
    } catch (IllegalArgumentException e) {
      throw new FileException("Problem with category, value, or line (if required)");
    }
  }

  private ConfigDocument changed(ConfigDocument before) throws FileException {
    return switch (action) {
      case "newcat" -> before.withSection(category);
      case "renamecat" -> before.withRenamed(category, value);
      case "delcat" -> before.withoutSection(category);
      case "emptycat" -> before.emptied(category);
      case "update" -> {
        needVariable();
        if (!match.isEmpty()) {
          yield before.withReplaced(category, variable, match, object());
        }
        if (before.value(category, variable).isEmpty()) {
          throw new FileException("Update did not complete successfully");
        }
        yield before.withValue(category, variable, object());
      }
      case "delete" -> {
        if (variable.isEmpty() && !line.isEmpty()) {
          yield before.withoutLine(category, number());
        }
        needVariable();
        if (before.value(category, variable).isEmpty()) {
          throw new FileException("Delete did not complete successfully");
        }
        yield match.isEmpty()
            ? before.without(category, variable)
            : before.without(category, variable, match);
      }
      case "append" -> {
        needVariable();
        yield before.withAdded(category, variable, object());
      }
      case "insert" -> {
        needVariable();
        yield before.withInserted(category, number(), variable, object());
      }
      default -> throw new FileException("Unknown action command");
    };
  }

  private void needVariable() throws FileException {
    if (variable.isEmpty()) {
      throw new FileException("Problem with category, value, or line (if required)");
    }
  }

  private int number() throws FileException {
    if (!line.matches("[0-9]{1,9}")) {
      throw new FileException("Problem with category, value, or line (if required)");
    }
    return Integer.parseInt(line);
  }

  /** A leading {@code >} makes the line {@code name => value}, which reads as the same value. */
  private String object() {
    return value.startsWith(">") ? value.substring(1).strip() : value;
  }
}
