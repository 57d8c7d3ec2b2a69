package org.ara.pbx.application.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ara.pbx.Channel;
import org.ara.pbx.Description;
import org.ara.pbx.Location;
import org.ara.pbx.Routes;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Call;
import org.ara.pbx.application.Outcome;
import org.ara.pbx.dialplan.MatchMode;
import org.ara.pbx.dialplan.Step;
import org.ara.realtime.Lookup;

/** Goes on somewhere else, to come back with Return. */
public final class Gosub implements Application {

  /** More open frames than this are a subroutine that never returns. */
  private static final int DEEPEST = 512;

  private final Routes routes;
  private final Targets targets;

  public Gosub(Routes routes) {
    this.routes = routes;
    this.targets = new Targets(routes);
  }

  @Override
  public Description description() {
    return new Description(
        "Gosub",
        "Runs a part of the dialplan and comes back",
        "Gosub([[context,]extension,]priority[(argument[,argument...])])",
        "The arguments are ARG1, ARG2..., their number ARGC, until Return.");
  }

  @Override
  public Outcome run(Call call, String arguments) {
    int parenthesis = arguments.indexOf('(');
    int close = arguments.lastIndexOf(')');
    boolean passes = parenthesis >= 0 && close > parenthesis;
    String target = parenthesis >= 0 ? arguments.substring(0, parenthesis) : arguments;
    String passed = passes ? arguments.substring(parenthesis + 1, close) : "";
    Optional<Location> place = targets.find(call, target).filter(to -> exists(call, to));
    if (place.isEmpty() || tooDeep(call)) {
      return Outcome.END;
    }
    Location back = call.location().at(call.location().priority() + 1);
    call.channel().variables().push(back, locals(call.channel(), passed));
    return new Outcome.Jump(place.get());
  }

  private boolean exists(Call call, Location to) {
    String caller = call.channel().callerId().number();
    boolean exists =
        routes.find(to, caller, MatchMode.MATCH, call.channel()) instanceof Lookup.Found<Step>;
    if (!exists) {
      call.warn("there is no " + to + " to go to");
    }
    return exists;
  }

  private static boolean tooDeep(Call call) {
    boolean tooDeep = call.channel().variables().depth() >= DEEPEST;
    if (tooDeep) {
      call.warn("more than " + DEEPEST + " Gosubs without a Return");
    }
    return tooDeep;
  }

  /** ARG1 to ARGn and ARGC, and an empty value for each further argument of the outer frame. */
  private static Map<String, String> locals(Channel channel, String passed) {
    List<String> values = passed.isEmpty() ? List.of() : pieces(passed);
    Map<String, String> locals = new LinkedHashMap<>();
    String outer = channel.variables().get("ARGC");
    int outerCount = outer != null && outer.matches("\\d{1,4}") ? Integer.parseInt(outer) : 0;
    for (int i = 0; i < Math.max(values.size(), outerCount); i++) {
      locals.put("ARG" + (i + 1), i < values.size() ? values.get(i) : "");
    }
    locals.put("ARGC", Integer.toString(values.size()));
    return locals;
  }

  /** Splits at commas outside parentheses and quotes, keeping quotes and backslashes. */
  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    int depth = 0;
    boolean quoted = false;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '\\' -> i++;
        case '"' -> quoted = !quoted;
        case '(', '[' -> depth += quoted ? 0 : 1;
        case ')', ']' -> depth -= quoted || depth == 0 ? 0 : 1;
        case ',' -> {
          if (!quoted && depth == 0) {
            pieces.add(text.substring(from, i));
            from = i + 1;
          }
        }
        default -> {}
      }
    }
    pieces.add(text.substring(from));
    return pieces;
  }
}
