package org.ara.server.tool.importing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ara.config.Configuration;
import org.ara.config.Problem;
import org.ara.pbx.dialplan.Context;
import org.ara.pbx.dialplan.DialplanLoader;
import org.ara.pbx.dialplan.Extension;
import org.ara.pbx.dialplan.Step;
import org.ara.pbx.dialplan.Switches;
import org.ara.pbx.variable.VariableScope;
import org.ara.realtime.ListValue;

/** The steps of {@code extensions.conf} as rows of {@code extensions}, priorities counted out. */
final class DialplanRows {

  private DialplanRows() {}

  /**
   * The rows of a file.
   *
   * @param problems takes what is wrong with the file, and what rows cannot hold
   */
  static Part part(Configuration configuration, List<Problem> problems) {
    DialplanLoader.Loaded loaded =
        new DialplanLoader(new Switches(), Clock.systemDefaultZone())
            .load(configuration, VariableScope.EMPTY);
    problems.addAll(loaded.problems());
    List<Context> contexts = List.copyOf(loaded.dialplan().contexts());
    contexts.forEach(context -> complain(configuration, context, problems));
    List<Map<String, String>> scopes = new ArrayList<>();
    contexts.forEach(context -> scopes.add(Map.of("context", ListValue.encode(context.name()))));
    return new Part(
        "extensions",
        scopes,
        List.of("context", "exten", "priority"),
        () -> contexts.stream().flatMap(DialplanRows::rows),
        contexts.stream().flatMap(DialplanRows::rows).count());
  }

  private static Stream<TableRow> rows(Context context) {
    return context.extensions().stream()
        .filter(extension -> extension.callerId() == null)
        .flatMap(extension -> extension.steps().values().stream())
        .filter(step -> step.priority() != Step.HINT)
        .map(
            step -> {
              Map<String, String> fields = new LinkedHashMap<>();
              fields.put("context", ListValue.encode(context.name()));
              fields.put("exten", ListValue.encode(step.extension()));
              fields.put("priority", Integer.toString(step.priority()));
              fields.put("app", ListValue.encode(step.application()));
              fields.put("appdata", ListValue.encode(step.arguments()));
              return new TableRow(fields, step.origin());
            });
  }

  private static void complain(
      Configuration configuration, Context context, List<Problem> problems) {
    if (!context.includes().isEmpty()
        || !context.switches().isEmpty()
        || !context.ignorePatterns().isEmpty()) {
      configuration
          .category(context.name())
          .ifPresent(
              section ->
                  problems.add(
                      Problem.warning(
                          section.origin(),
                          "["
                              + context.name()
                              + "]: include, switch and ignorepat stay in the file; rows cannot"
                              + " hold them")));
    }
    for (Extension extension : context.extensions()) {
      for (Step step : extension.steps().values()) {
        if (extension.callerId() != null) {
          problems.add(stays(step, "an extension for one caller"));
        } else if (step.priority() == Step.HINT) {
          problems.add(stays(step, "a hint"));
        } else if (!step.label().isEmpty()) {
          problems.add(
              Problem.warning(
                  step.origin(),
                  "label '"
                      + step.label()
                      + "' is lost; write priority "
                      + step.priority()
                      + " where it is gone to"));
        }
      }
    }
  }

  private static Problem stays(Step step, String what) {
    return Problem.warning(step.origin(), what + " stays in the file; rows cannot hold it");
  }
}
