package org.ara.pbx.dialplan;

import java.util.List;
import java.util.Optional;
import org.ara.pbx.variable.VariableScope;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;

/** What the switches of a context have, for consoles. */
final class SwitchAnswers {

  private final Dialplan dialplan;
  private final VariableScope globals;

  SwitchAnswers(Dialplan dialplan, VariableScope globals) {
    this.dialplan = dialplan;
    this.globals = globals;
  }

  /**
   * The extensions behind a switch line.
   *
   * @param extensions best first
   * @param trouble why they cannot be told; empty if they can
   */
  record Answer(List<Extension> extensions, String trouble) {}

  /** Those that a number can mean, or all with an empty one. */
  Answer extensions(SwitchLine line, Context context, String number) {
    Optional<Switch> asked = dialplan.switches().named(line.name());
    if (asked.isEmpty()) {
      return new Answer(List.of(), "no module brings this switch");
    }
    return switch (asked.get().extensions(data(line), context.name(), number)) {
      case Lookup.Found<List<Extension>>(List<Extension> found) -> new Answer(found, "");
      case Lookup.Absent<List<Extension>>() -> new Answer(List.of(), "");
      case Lookup.Unavailable<List<Extension>>(Outage outage) ->
          new Answer(List.of(), outage.message());
    };
  }

  /** What is wrong behind a switch line, one text each. */
  List<String> faults(SwitchLine line, Context context) {
    Optional<Switch> asked = dialplan.switches().named(line.name());
    if (asked.isEmpty()) {
      return List.of("no module brings a switch '" + line.name() + "'");
    }
    return switch (asked.get().faults(data(line), context.name())) {
      case Lookup.Found<List<String>>(List<String> faults) -> faults;
      case Lookup.Absent<List<String>>() -> List.of();
      case Lookup.Unavailable<List<String>>(Outage outage) ->
          List.of("cannot be asked: " + outage.message());
    };
  }

  private String data(SwitchLine line) {
    return line.data(globals, _ -> {});
  }
}
