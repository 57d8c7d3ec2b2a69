package org.ara.pbx.dialplan;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ara.module.Command;
import org.ara.pbx.dialplan.pattern.Pattern;
import org.ara.pbx.dialplan.pattern.Precedence;
import org.ara.pbx.variable.VariableScope;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a number means to a caller, and why: everything that matches in the order in which it
 * is tried, what keeps it from being taken, and what is.
 */
final class DialplanExplainer {

  private final Dialplan dialplan;
  private final SwitchAnswers switches;
  private final String number;
  private final String caller;
  private final Command.Output out;
  private final Set<String> visited = new HashSet<>();
  private @Nullable Step winner;
  private @Nullable Pattern winning;
  private String winningPlace = "";

  /**
   * @param caller the caller's number; empty if unknown
   * @param globals what variables in {@code eswitch} lines mean
   */
  DialplanExplainer(
      Dialplan dialplan, VariableScope globals, String number, String caller, Command.Output out) {
    this.dialplan = dialplan;
    this.switches = new SwitchAnswers(dialplan, globals);
    this.number = number;
    this.caller = caller;
    this.out = out;
  }

  /** Explains; false if the number means nothing there. */
  boolean explain(String contextName) {
    context(contextName, 1);
    Step taken = winner;
    if (taken == null) {
      out.line("Nothing is taken: '%s' does not exist in '%s'", number, contextName);
      return false;
    }
    out.line(
        "Taken: '%s' %s [%s], which starts with %s(%s)",
        taken.extension(), winningPlace, taken.origin(), taken.application(), taken.arguments());
    return true;
  }

  private void context(String name, int depth) {
    if (!visited.add(name.toLowerCase(Locale.ROOT))) {
      return;
    }
    Optional<Context> known = dialplan.context(name);
    line(depth - 1, "Context '" + name + "'" + (known.isEmpty() ? ": there is none" : ""));
    dialplan
        .settings()
        .overrideSwitch()
        .filter(_ -> known.isPresent())
        .ifPresent(over -> asked(over, known.get(), depth));
    for (Step live : dialplan.live().of(name)) {
      Pattern pattern = Pattern.parse(live.extension(), _ -> {});
      if (pattern.isLiteral() && pattern.match(number, MatchMode.MATCH).matches()) {
        candidate(pattern, live, "", "in context '" + name + "'", depth);
      }
    }
    known.ifPresent(context -> inside(context, depth));
  }

  private void inside(Context context, int depth) {
    String place = "in context '" + context.name() + "'";
    context.table().matching(number).forEach(extension -> candidate(extension, place, depth));
    for (Step live : dialplan.live().of(context.name())) {
      Pattern pattern = Pattern.parse(live.extension(), _ -> {});
      if (!pattern.isLiteral() && pattern.match(number, MatchMode.MATCH).matches()) {
        candidate(pattern, live, "", place, depth);
      }
    }
    context.switches().forEach(line -> asked(line, context, depth));
    for (Include include : context.includes()) {
      boolean holds = include.when().holds(dialplan.clock().instant(), dialplan.clock().getZone());
      line(
          depth,
          "Include => '" + include.text() + "'" + (holds ? "" : ": not at this time, passed over"));
      if (holds) {
        context(include.context(), depth + 2);
      }
    }
  }

  private void asked(SwitchLine line, Context context, int depth) {
    SwitchAnswers.Answer answer = switches.extensions(line, context, number);
    line(
        depth,
        "Switch => '"
            + line
            + "'"
            + (answer.trouble().isEmpty() ? "" : ": cannot be asked: " + answer.trouble())
            + (answer.trouble().isEmpty() && answer.extensions().isEmpty() ? ": nothing" : ""));
    String place = "behind the switch '" + line + "' of context '" + context.name() + "'";
    for (Extension extension : answer.extensions()) {
      candidate(extension, place, depth + 1);
    }
  }

  private void candidate(Extension extension, String place, int depth) {
    Pattern callerId = extension.callerId();
    String obstacle =
        extension.admits(caller) || callerId == null
            ? ""
            : callerId.text().isEmpty()
                ? "for callers without number only"
                : "for callers '" + callerId.text() + "' only";
    Step first = extension.steps().get(1);
    if (first == null) {
      obstacle = obstacle.isEmpty() ? "has no priority 1" : obstacle;
      first = extension.steps().firstEntry().getValue();
    }
    candidate(extension.name(), first, obstacle, place, depth);
  }

  private void candidate(Pattern name, Step step, String obstacle, String place, int depth) {
    String verdict = "taken";
    if (!obstacle.isEmpty()) {
      verdict = "not taken: " + obstacle;
    } else if (winner != null && winning != null) {
      verdict =
          place.equals(winningPlace)
              ? "comes after '" + winning + "': " + Precedence.reason(winning, name)
              : "comes after '" + winning + "', found " + winningPlace;
    } else {
      winner = step;
      winning = name;
      winningPlace = place;
    }
    line(depth, "'" + name + "' [" + step.origin() + "] " + verdict);
  }

  private void line(int depth, String text) {
    out.line("%s", "  ".repeat(depth) + text);
  }
}
