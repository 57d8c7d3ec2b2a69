package org.ara.pbx.dialplan;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ara.config.Category;
import org.ara.config.Configuration;
import org.ara.config.Origin;
import org.ara.config.Problem;
import org.ara.config.Variable;
import org.ara.config.option.OptionTable;
import org.ara.config.option.OptionValues;
import org.ara.pbx.variable.Substitution;
import org.ara.pbx.variable.VariableScope;

/**
 * Makes a dialplan from {@code extensions.conf} ({@code spec/dialplan.md} section 3). A line that
 * makes no sense is left out with a warning that names it; its neighbours work.
 */
public final class DialplanLoader {

  private final Switches switches;
  private final Clock clock;

  /**
   * A loader of dialplans that ask these switches and this clock.
   *
   * @param clock in the server's time zone
   */
  public DialplanLoader(Switches switches, Clock clock) {
    this.switches = Objects.requireNonNull(switches, "switches");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * What a file amounts to.
   *
   * @param dialplan its contexts
   * @param globals the variables it sets, in file order
   * @param problems what was odd, in order
   */
  public record Loaded(Dialplan dialplan, Map<String, String> globals, List<Problem> problems) {
    public Loaded {
      globals = Collections.unmodifiableMap(new LinkedHashMap<>(globals));
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reads a configuration.
   *
   * @param before the global variables that are set already and may be used by the file
   */
  public Loaded load(Configuration configuration, VariableScope before) {
    List<Problem> problems = new ArrayList<>();
    List<Variable> general = new ArrayList<>();
    Map<String, String> globals = new LinkedHashMap<>();
    VariableScope scope =
        name -> {
          String set = globals.get(name);
          return set == null ? before.variable(name) : set;
        };
    Map<String, ContextBuilder> contexts = new LinkedHashMap<>();
    for (Category section : configuration.visible()) {
      if (section.name().equalsIgnoreCase("general")) {
        general.addAll(section.variables());
      } else if (section.name().equalsIgnoreCase("globals")) {
        addGlobals(section, globals, scope, problems);
      }
    }
    LoadProgress progress = new LoadProgress(configuration);
    for (Category section : configuration.visible()) {
      progress.section(section);
      if (isContext(section, problems)) {
        contexts
            .computeIfAbsent(section.name(), name -> new ContextBuilder(name, scope, problems::add))
            .section(section.variables());
      }
    }
    checkIncludes(contexts, problems);
    OptionValues options =
        DialplanOptions.TABLE.read("[general]", general, OptionTable.Unknown.WARNED);
    problems.addAll(options.problems());
    List<Context> built = contexts.values().stream().map(ContextBuilder::build).toList();
    Dialplan dialplan = new Dialplan(built, DialplanOptions.settings(options), switches, clock);
    return new Loaded(dialplan, globals, problems);
  }

  private static void addGlobals(
      Category section, Map<String, String> globals, VariableScope scope, List<Problem> problems) {
    for (Variable line : section.variables()) {
      String value =
          Substitution.substitute(
              line.value(),
              scope,
              message ->
                  problems.add(
                      Problem.warning(line.origin(), "[globals] " + line.name() + ": " + message)));
      globals.put(line.name(), value);
    }
  }

  private static boolean isContext(Category section, List<Problem> problems) {
    String name = section.name();
    if (name.equalsIgnoreCase("general") || name.equalsIgnoreCase("globals")) {
      return false;
    }
    if (name.isEmpty() || name.length() > ExtensionName.MAX_LENGTH) {
      problems.add(
          Problem.warning(
              section.origin(),
              "a context's name has 1 to " + ExtensionName.MAX_LENGTH + " characters; ignored"));
      return false;
    }
    return true;
  }

  private static void checkIncludes(Map<String, ContextBuilder> contexts, List<Problem> problems) {
    contexts.forEach(
        (name, context) -> {
          for (Map.Entry<Include, Origin> include : context.includes().entrySet()) {
            String wanted = include.getKey().context();
            if (!contexts.containsKey(wanted)) {
              problems.add(
                  Problem.warning(
                      include.getValue(),
                      "[" + name + "] includes '" + wanted + "', which is not a context"));
            }
          }
        });
  }
}
