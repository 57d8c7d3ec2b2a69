package org.ara.pbx;

import java.util.Objects;

/**
 * A place in the dialplan.
 *
 * @param context the context's name, case matters
 * @param extension the dialled number or name
 * @param priority from 1
 */
public record Location(String context, String extension, int priority) {

  public Location {
    Objects.requireNonNull(context, "context");
    Objects.requireNonNull(extension, "extension");
  }

  /** The same extension at another priority. */
  public Location at(int otherPriority) {
    return new Location(context, extension, otherPriority);
  }

  /** The first priority of another extension of the same context. */
  public Location start(String otherExtension) {
    return new Location(context, otherExtension, 1);
  }

  /** {@code 600@phones:1}. */
  @Override
  public String toString() {
    return extension + "@" + context + ":" + priority;
  }
}
