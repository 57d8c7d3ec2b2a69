package org.ara.pbx.dialplan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.ara.config.Origin;
import org.ara.config.Problem;
import org.ara.config.Variable;
import org.ara.pbx.dialplan.pattern.Pattern;
import org.ara.pbx.variable.Substitution;
import org.ara.pbx.variable.VariableScope;

/** Gathers one context from the lines of its sections ({@code spec/dialplan.md} section 3). */
final class ContextBuilder {

  private final String name;
  private final VariableScope globals;
  private final Consumer<Problem> problems;
  private final Map<ExtensionName, ExtensionBuilder> extensions = new LinkedHashMap<>();
  private final List<SwitchLine> switches = new ArrayList<>();
  private final Map<Include, Origin> includes = new LinkedHashMap<>();
  private final List<Pattern> ignorePatterns = new ArrayList<>();

  ContextBuilder(String name, VariableScope globals, Consumer<Problem> problems) {
    this.name = name;
    this.globals = globals;
    this.problems = problems;
  }

  /** Takes in the lines of one section of this name. */
  void section(List<Variable> lines) {
    ExtensionLines extensionLines = new ExtensionLines(this);
    for (Variable line : lines) {
      switch (line.name().toLowerCase(Locale.ROOT)) {
        case "exten" -> extensionLines.exten(line);
        case "same" -> extensionLines.same(line);
        case "include" -> include(line);
        case "ignorepat" ->
            ignorePatterns.add(Pattern.parse(line.value(), message -> warn(line, message)));
        case "switch" -> addSwitch(line, SwitchLine.parse(substituted(line, line.value()), false));
        case "lswitch" -> addSwitch(line, SwitchLine.parse(line.value(), false));
        case "eswitch" -> addSwitch(line, SwitchLine.parse(line.value(), true));
        case "autohints" -> warn(line, "autohints has no effect here: write the hints out");
        default ->
            warn(
                line,
                "'"
                    + line.name()
                    + "' is not one of exten, same, include, ignorepat, switch, lswitch, eswitch;"
                    + " ignored");
      }
    }
  }

  /** A text of the file with the global variables replaced. */
  String substituted(Variable line, String text) {
    return Substitution.substitute(text, globals, message -> warn(line, message));
  }

  ExtensionBuilder extension(ExtensionName wanted) {
    return extensions.computeIfAbsent(wanted, ExtensionBuilder::new);
  }

  void warn(Variable line, String message) {
    problems.accept(Problem.warning(line.origin(), "[" + name + "] " + message));
  }

  private void include(Variable line) {
    String text = substituted(line, line.value());
    int comma = text.indexOf(',');
    String context = (comma < 0 ? text : text.substring(0, comma)).strip();
    String times = comma < 0 ? "" : text.substring(comma + 1);
    if (context.isEmpty()) {
      warn(line, "include names no context; ignored");
    } else if (includes.keySet().stream().anyMatch(i -> i.text().equals(text))) {
      warn(line, "include => " + text + " is there already; ignored");
    } else {
      TimeCondition when = TimeCondition.parse(times, message -> warn(line, message));
      includes.put(new Include(context, when, text), line.origin());
    }
  }

  private void addSwitch(Variable line, SwitchLine added) {
    if (added.name().isBlank()) {
      warn(line, line.name() + " names no switch; ignored");
    } else if (switches.stream().anyMatch(added::repeats)) {
      warn(line, line.name() + " => " + added + " is there already; ignored");
    } else {
      switches.add(added);
    }
  }

  /** Where each included context is asked for, for checking that it exists. */
  Map<Include, Origin> includes() {
    return includes;
  }

  Context build() {
    return new Context(
        name,
        extensions.values().stream().map(ExtensionBuilder::build).toList(),
        switches,
        List.copyOf(includes.keySet()),
        ignorePatterns);
  }
}
