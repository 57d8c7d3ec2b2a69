package org.ara.pbx.application.flow;

import java.util.Optional;
import org.ara.pbx.Location;
import org.ara.pbx.Routes;
import org.ara.pbx.application.Call;
import org.ara.pbx.dialplan.Arguments;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;

/** Reads the targets of jumps: {@code [[context,]extension,]priority}, label or {@code +k}. */
final class Targets {

  private final Routes routes;

  Targets(Routes routes) {
    this.routes = routes;
  }

  /** The place a text names as seen from the call's; empty, with a warning, if it names none. */
  Optional<Location> find(Call call, String text) {
    Arguments parts = Arguments.split(text, 3);
    Location here = call.location();
    return switch (parts.count()) {
      case 0 -> {
        call.warn("there is no target to go to");
        yield Optional.empty();
      }
      case 1 -> at(call, here.context(), here.extension(), parts.text(0).strip());
      case 2 -> at(call, here.context(), parts.text(0).strip(), parts.text(1).strip());
      default -> at(call, parts.text(0).strip(), parts.text(1).strip(), parts.text(2).strip());
    };
  }

  private Optional<Location> at(Call call, String context, String extension, String priority) {
    String realContext = context.isEmpty() ? call.location().context() : context;
    String realExtension = extension.isEmpty() ? call.location().extension() : extension;
    return priority(call, realContext, realExtension, priority)
        .map(number -> new Location(realContext, realExtension, number));
  }

  private Optional<Integer> priority(Call call, String context, String extension, String text) {
    if (text.matches("[+-]?\\d{1,9}")) {
      int number = Integer.parseInt(text);
      boolean relative = text.charAt(0) == '+' || text.charAt(0) == '-';
      return Optional.of(relative ? call.location().priority() + number : number);
    }
    String caller = call.channel().callerId().number();
    return switch (routes.findLabel(context, extension, text, caller, call.channel())) {
      case Lookup.Found<Integer>(Integer number) -> Optional.of(number);
      case Lookup.Absent<Integer>() -> {
        call.warn(
            "extension '"
                + extension
                + "' of context '"
                + context
                + "' has no label '"
                + text
                + "'");
        yield Optional.empty();
      }
      case Lookup.Unavailable<Integer>(Outage outage) -> {
        call.warn("label '" + text + "' cannot be looked up: " + outage.message());
        yield Optional.empty();
      }
    };
  }
}
