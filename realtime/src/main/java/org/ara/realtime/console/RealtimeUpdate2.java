package org.ara.realtime.console;

import java.util.List;
import org.ara.realtime.Realtime;

/** {@code realtime update2}: changes one column of the rows that several columns select. */
final class RealtimeUpdate2 extends FamilyCommand {

  RealtimeUpdate2(Realtime realtime) {
    super(realtime, "update2", "Failed to update");
  }

  @Override
  public String summary() {
    return "Change rows of a family, selected by several columns";
  }

  @Override
  public String usage() {
    return """
    Usage: realtime update2 <family> <colmatch> <valuematch> [... up to 5 pairs] NULL <colupdate> <newvalue>
           Sets column <colupdate> to <newvalue> in every row of the family that meets all
           pairs. The word NULL stands between the pairs and the column to set.""";
  }

  @Override
  Status run(List<String> arguments, Output out) {
    int separator = arguments.size() - 3;
    if (separator < 1
        || !arguments.get(separator).equalsIgnoreCase("NULL")
        || !arePairs(arguments.subList(1, separator))) {
      return Status.USAGE;
    }
    return say(
        realtime.update(
            arguments.getFirst(),
            conditions(arguments.subList(1, separator)),
            fields(arguments.subList(separator + 1, arguments.size()))),
        "Updated",
        out);
  }
}
