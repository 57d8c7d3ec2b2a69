package org.ara.pbx.application.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ara.pbx.Description;
import org.ara.pbx.Location;
import org.ara.pbx.Routes;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Call;
import org.ara.pbx.application.Outcome;
import org.ara.pbx.dialplan.Arguments;
import org.ara.pbx.dialplan.MatchMode;
import org.ara.pbx.dialplan.Step;
import org.ara.realtime.Lookup;
import org.jspecify.annotations.Nullable;

/** Runs extension {@code s} of the context {@code macro-name} and comes back at its end. */
public final class Macro implements Application {

  private static final int DEEPEST = 7;

  private final Routes routes;

  public Macro(Routes routes) {
    this.routes = routes;
  }

  @Override
  public Description description() {
    return new Description(
        "Macro",
        "Runs a macro and comes back at its end",
        "Macro(name[,argument[,argument...]])",
        "The macro is the extension s of the context macro-name. Inside, the arguments are ARG1,"
            + " ARG2..., and MACRO_EXTEN, MACRO_CONTEXT and MACRO_PRIORITY tell where it was"
            + " called; a macro may call others, seven deep. The call goes on after this step, or"
            + " MACRO_OFFSET steps later. Gosub is its successor.");
  }

  @Override
  public Outcome run(Call call, String arguments) {
    Arguments split = Arguments.split(arguments);
    String context = "macro-" + split.text(0).strip();
    Location start = new Location(context, "s", 1);
    String caller = call.channel().callerId().number();
    if (!(routes.find(start, caller, MatchMode.MATCH, call.channel())
        instanceof Lookup.Found<Step>)) {
      call.warn("there is no macro: context '" + context + "' has no extension s");
      return Outcome.NEXT;
    }
    int depth = depth(call);
    if (depth >= DEEPEST) {
      call.warn("macros are more than " + DEEPEST + " deep; not run");
      return Outcome.NEXT;
    }
    Map<String, String> locals = new LinkedHashMap<>();
    for (int i = 1; i < split.count(); i++) {
      locals.put("ARG" + i, split.text(i));
    }
    Location here = call.location();
    locals.put("MACRO_EXTEN", here.extension());
    locals.put("MACRO_CONTEXT", here.context());
    locals.put("MACRO_PRIORITY", Integer.toString(here.priority()));
    locals.put("MACRO_DEPTH", Integer.toString(depth + 1));
    locals.put("MACRO_OFFSET", "");
    call.channel().variables().push(here.at(here.priority() + 1), locals, context);
    return new Outcome.Jump(start);
  }

  private static int depth(Call call) {
    @Nullable String depth = call.channel().variables().get("MACRO_DEPTH");
    return depth != null && depth.matches("\\d{1,3}") ? Integer.parseInt(depth) : 0;
  }
}
