package org.ara.pbx.dialplan;

import java.util.Objects;

/**
 * An {@code include} line of a context.
 *
 * @param context the context that is searched too
 * @param when the times at which it is
 * @param text the line's value as written
 */
public record Include(String context, TimeCondition when, String text) {

  public Include {
    Objects.requireNonNull(context, "context");
    Objects.requireNonNull(when, "when");
    Objects.requireNonNull(text, "text");
  }
}
