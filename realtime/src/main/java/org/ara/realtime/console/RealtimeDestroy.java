package org.ara.realtime.console;

import java.util.List;
import org.ara.realtime.Realtime;

/** {@code realtime destroy}: deletes the rows that meet all pairs. */
final class RealtimeDestroy extends FamilyCommand {

  RealtimeDestroy(Realtime realtime) {
    super(realtime, "destroy", "Failed to remove");
  }

  @Override
  public String summary() {
    return "Delete rows of a family";
  }

  @Override
  public String usage() {
    return """
    Usage: realtime destroy <family> <column> <value> [... up to 5 pairs]
           Deletes the rows of the family that meet all pairs.""";
  }

  @Override
  Status run(List<String> arguments, Output out) {
    if (arguments.isEmpty() || !arePairs(arguments.subList(1, arguments.size()))) {
      return Status.USAGE;
    }
    return say(
        realtime.destroy(arguments.getFirst(), conditions(arguments.subList(1, arguments.size()))),
        "Removed",
        out);
  }
}
