package org.ara.pbx.dialplan.realtime;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.ara.config.Origin;
import org.ara.pbx.dialplan.Step;
import org.ara.realtime.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns rows into steps; sets bad rows aside with one warning each. */
final class RowSteps {

  private static final Logger log = LoggerFactory.getLogger(RowSteps.class);
  private static final Pattern ID = Pattern.compile("[0-9]{1,18}");
  private static final int LONGEST_NAME = 79;
  private static final int LONGEST_ARGUMENTS = 8191;
  private static final int MOST_WARNINGS = 10_000;

  private final Set<String> warned = ConcurrentHashMap.newKeySet();

  /**
   * The step that a row holds, or nothing if it cannot be run.
   *
   * @param family where it is from
   * @param priority the priority that was asked for
   */
  Optional<Step> step(String family, Row row, int priority) {
    String extension = text(row, "exten");
    String application = text(row, "app").strip();
    String arguments = text(row, "appdata");
    String written = text(row, "priority").strip();
    if (!written.equals(Integer.toString(priority))) {
      return aside(family, row, "priority '" + written + "' is not a whole number from 1");
    }
    if (application.isEmpty()) {
      return aside(family, row, "app is empty; name an application");
    }
    if (extension.length() > LONGEST_NAME || application.length() > LONGEST_NAME) {
      return aside(family, row, "exten and app have at most " + LONGEST_NAME + " characters");
    }
    if (arguments.length() > LONGEST_ARGUMENTS) {
      return aside(family, row, "appdata has more than " + LONGEST_ARGUMENTS + " characters");
    }
    Origin origin = new Origin(family, id(row));
    return Optional.of(new Step(extension, priority, "", application, arguments, origin));
  }

  /** Warns once about each thing that is wrong with each row. */
  private Optional<Step> aside(String family, Row row, String reason) {
    String place =
        String.format(
            Locale.ROOT,
            "family %s, row context='%s' exten='%s' priority='%s'",
            family,
            text(row, "context"),
            shortened(text(row, "exten")),
            text(row, "priority"));
    if (warned.size() < MOST_WARNINGS && warned.add(place + reason)) {
      log.warn("{}: {}; row set aside", place, reason);
    }
    return Optional.empty();
  }

  static String text(Row row, String column) {
    String stored = row.stored(column);
    return stored == null ? "" : row.text(column).orElse("");
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME) + "...";
  }

  private static long id(Row row) {
    String id = text(row, "id");
    return ID.matcher(id).matches() ? Long.parseLong(id) : 0;
  }
}
