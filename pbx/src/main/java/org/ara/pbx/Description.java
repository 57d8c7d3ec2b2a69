package org.ara.pbx;

import java.util.Objects;

/**
 * What an application or a function is, for people.
 *
 * @param name as in the dialplan; case is ignored when an application is looked up
 * @param synopsis one line
 * @param syntax {@code Wait(seconds)}
 * @param text the rest, several lines
 */
public record Description(String name, String synopsis, String syntax, String text) {

  public Description {
    Objects.requireNonNull(synopsis, "synopsis");
    Objects.requireNonNull(syntax, "syntax");
    Objects.requireNonNull(text, "text");
    if (name.isBlank()) {
      throw new IllegalArgumentException("an application needs a name");
    }
  }
}
