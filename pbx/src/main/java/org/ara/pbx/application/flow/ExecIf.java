package org.ara.pbx.application.flow;

import org.ara.pbx.Description;
import org.ara.pbx.HungUpException;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Applications;
import org.ara.pbx.application.Call;
import org.ara.pbx.application.Outcome;
import org.ara.pbx.expression.Truth;

/** Runs one of two applications, or none. */
public final class ExecIf implements Application {

  private final Applications applications;

  public ExecIf(Applications applications) {
    this.applications = applications;
  }

  @Override
  public Description description() {
    return new Description(
        "ExecIf",
        "Runs an application, depending on a condition",
        "ExecIf(condition?application(arguments)[:application(arguments)])",
        "Goes on as the application it ran does.");
  }

  @Override
  public Outcome run(Call call, String arguments) throws HungUpException {
    int question = arguments.indexOf('?');
    if (question < 0) {
      call.warn("'" + arguments + "' is not of the form condition?application(arguments)");
      return Outcome.NEXT;
    }
    String branches = arguments.substring(question + 1);
    int colon = colonBetween(branches);
    boolean holds = Truth.of(arguments.substring(0, question).strip());
    String chosen =
        holds
            ? branches.substring(0, colon)
            : branches.substring(Math.min(colon + 1, branches.length()));
    return chosen.isBlank()
        ? Outcome.NEXT
        : Execution.parse(chosen.strip()).run(call, applications);
  }

  /** Where the second application starts: at a colon outside of parentheses. */
  private static int colonBetween(String branches) {
    int depth = 0;
    for (int i = 0; i < branches.length(); i++) {
      char c = branches.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ':' && depth <= 0) {
        return i;
      }
    }
    return branches.length();
  }
}
