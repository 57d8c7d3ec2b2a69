package org.ara.pbx.application.flow;

import java.util.Optional;
import java.util.OptionalInt;
import org.ara.pbx.Location;
import org.ara.pbx.Routes;
import org.ara.pbx.application.Call;
import org.ara.pbx.dialplan.MatchMode;
import org.ara.pbx.dialplan.Step;
import org.ara.realtime.Lookup;

/** Finds the steps that belong to a loop, wherever the extension is kept. */
final class Loops {

  private static final int FARTHEST = 10_000;
  private static final String WHILE = "While";
  private static final String END = "EndWhile";

  private final Routes routes;

  Loops(Routes routes) {
    this.routes = routes;
  }

  /** The priority of the EndWhile of the loop that the call is in, or starts. */
  OptionalInt end(Call call) {
    int inner = 0;
    for (int priority = call.location().priority() + 1; priority < FARTHEST; priority++) {
      Optional<String> application = application(call, priority);
      if (application.isEmpty()) {
        return OptionalInt.empty();
      }
      if (application.get().equalsIgnoreCase(WHILE)) {
        inner++;
      } else if (application.get().equalsIgnoreCase(END) && inner-- == 0) {
        return OptionalInt.of(priority);
      }
    }
    return OptionalInt.empty();
  }

  /** The priority of the While of the loop that the call is in, or ends. */
  OptionalInt start(Call call) {
    int inner = 0;
    for (int priority = call.location().priority() - 1; priority > 0; priority--) {
      String application = application(call, priority).orElse("");
      if (application.equalsIgnoreCase(END)) {
        inner++;
      } else if (application.equalsIgnoreCase(WHILE) && inner-- == 0) {
        return OptionalInt.of(priority);
      }
    }
    return OptionalInt.empty();
  }

  private Optional<String> application(Call call, int priority) {
    Location place = call.location().at(priority);
    String caller = call.channel().callerId().number();
    return routes.find(place, caller, MatchMode.MATCH, call.channel())
            instanceof Lookup.Found<Step>(Step step)
        ? Optional.of(step.application())
        : Optional.empty();
  }
}
