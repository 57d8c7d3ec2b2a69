package org.ara.pbx.dialplan;

import java.util.Objects;
import org.ara.config.Origin;

/**
 * One priority of one extension: an application to run and its unsubstituted arguments.
 *
 * @param extension the extension's name or pattern as written
 * @param priority from 1; -1 for a hint
 * @param label its label; empty if it has none
 * @param application the application's name as written
 * @param arguments its arguments, variables not yet substituted
 * @param origin the file and line, or the table and row
 */
public record Step(
    String extension,
    int priority,
    String label,
    String application,
    String arguments,
    Origin origin) {

  /** The priority under which a hint is kept. */
  public static final int HINT = -1;

  public Step {
    Objects.requireNonNull(extension, "extension");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(application, "application");
    Objects.requireNonNull(arguments, "arguments");
    Objects.requireNonNull(origin, "origin");
  }
}
