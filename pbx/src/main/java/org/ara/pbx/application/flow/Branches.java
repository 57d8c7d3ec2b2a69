package org.ara.pbx.application.flow;

import java.util.Optional;
import org.ara.pbx.application.Call;
import org.ara.pbx.expression.Truth;

/** Chooses between the branches of {@code condition?a:b}. */
final class Branches {

  private Branches() {}

  /** The branch to take; empty text to go on, empty, with a warning, if there is no {@code ?}. */
  static Optional<String> choose(Call call, String text) {
    int question = text.indexOf('?');
    if (question < 0) {
      call.warn("'" + text + "' is not of the form condition?then:else");
      return Optional.empty();
    }
    boolean holds = Truth.of(text.substring(0, question).strip());
    return Optional.of(of(text, holds));
  }

  /** The branch after the question mark, which is there; empty text to go on. */
  static String of(String text, boolean holds) {
    String branches = text.substring(text.indexOf('?') + 1);
    int colon = branches.indexOf(':');
    if (colon < 0) {
      return holds ? branches.strip() : "";
    }
    return (holds ? branches.substring(0, colon) : branches.substring(colon + 1)).strip();
  }
}
