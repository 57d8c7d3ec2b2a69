package org.ara.pbx.function;

import org.ara.pbx.Channel;
import org.ara.pbx.Description;
import org.ara.pbx.Location;
import org.ara.pbx.Routes;
import org.ara.pbx.dialplan.Arguments;
import org.ara.pbx.dialplan.MatchMode;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;

/** VALID_EXTEN and DIALPLAN_EXISTS: whether the dialplan has a place, in rows too. */
final class PlaceFunctions {

  private final Routes routes;

  PlaceFunctions(Routes routes) {
    this.routes = routes;
  }

  DialplanFunction[] all() {
    return new DialplanFunction[] {
      function("VALID_EXTEN", "VALID_EXTEN([context],extension[,priority])"),
      function("DIALPLAN_EXISTS", "DIALPLAN_EXISTS(context,extension[,priority|label])")
    };
  }

  private DialplanFunction function(String name, String syntax) {
    return new Simple(
        new Description(
            name,
            "1 if the dialplan has a place, else 0",
            syntax,
            "An empty context is the current one; without a priority it is 1. Whoever calls, and"
                + " the time, are heeded."),
        this::exists);
  }

  private String exists(Channel channel, String arguments) throws FunctionException {
    Arguments split = Arguments.split(arguments, 3);
    String extension = split.text(1).strip();
    if (extension.isEmpty()) {
      throw new FunctionException("the extension is missing");
    }
    String given = split.text(0).strip();
    String context = given.isEmpty() ? channel.location().map(Location::context).orElse("") : given;
    String priority = split.text(2).strip().isEmpty() ? "1" : split.text(2).strip();
    String caller = channel.callerId().number();
    Lookup<?> found =
        priority.matches("[1-9]\\d{0,8}")
            ? routes.find(
                new Location(context, extension, Integer.parseInt(priority)),
                caller,
                MatchMode.MATCH,
                channel)
            : routes.findLabel(context, extension, priority, caller, channel);
    return switch (found) {
      case Lookup.Found<?> there -> "1";
      case Lookup.Absent<?> none -> "0";
      case Lookup.Unavailable<?>(Outage outage) -> throw new FunctionException(outage.message());
    };
  }
}
