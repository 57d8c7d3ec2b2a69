package org.ara.pbx.application.flow;

import java.util.Optional;
import org.ara.pbx.HungUpException;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Applications;
import org.ara.pbx.application.Call;
import org.ara.pbx.application.Outcome;

/**
 * An application that another one runs: {@code name(arguments)}.
 *
 * @param name as written
 * @param arguments substituted, not split
 */
record Execution(String name, String arguments) {

  /** Reads a text; without parentheses there are no arguments. */
  static Execution parse(String text) {
    int parenthesis = text.indexOf('(');
    int close = text.lastIndexOf(')');
    return parenthesis < 0
        ? new Execution(text.strip(), "")
        : new Execution(
            text.substring(0, parenthesis).strip(),
            text.substring(parenthesis + 1, Math.max(close, parenthesis + 1)));
  }

  /** Runs it; an application that is not there is a warning, and the call ends. */
  Outcome run(Call call, Applications applications) throws HungUpException {
    Optional<Application> application = applications.named(name);
    if (application.isEmpty()) {
      call.warn("there is no application '" + name + "'");
      return Outcome.END;
    }
    return application.get().run(call, arguments);
  }
}
