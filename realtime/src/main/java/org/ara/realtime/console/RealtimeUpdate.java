package org.ara.realtime.console;

import java.util.List;
import org.ara.realtime.Realtime;

/** {@code realtime update}: changes one column of the rows that one column selects. */
final class RealtimeUpdate extends FamilyCommand {

  RealtimeUpdate(Realtime realtime) {
    super(realtime, "update", "Failed to update");
  }

  @Override
  public String summary() {
    return "Change rows of a family, selected by one column";
  }

  @Override
  public String usage() {
    return """
    Usage: realtime update <family> <colmatch> <valuematch> <colupdate> <newvalue>
           Sets column <colupdate> to <newvalue> in every row of the family whose column
           <colmatch> is <valuematch>.""";
  }

  @Override
  Status run(List<String> arguments, Output out) {
    if (arguments.size() != 5) {
      return Status.USAGE;
    }
    return say(
        realtime.update(
            arguments.getFirst(),
            conditions(arguments.subList(1, 3)),
            fields(arguments.subList(3, 5))),
        "Updated",
        out);
  }
}
