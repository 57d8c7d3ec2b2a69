package org.ara.realtime.console;

import java.util.List;
import org.ara.realtime.Change;
import org.ara.realtime.Outage;
import org.ara.realtime.Realtime;

/** {@code realtime store}: adds a row. */
final class RealtimeStore extends FamilyCommand {

  RealtimeStore(Realtime realtime) {
    super(realtime, "store", "Failed to store");
  }

  @Override
  public String summary() {
    return "Add a row to a family";
  }

  @Override
  public String usage() {
    return """
    Usage: realtime store <family> <column> <value> [... up to 5 pairs]
           Adds a row with these columns to the family.""";
  }

  @Override
  Status run(List<String> arguments, Output out) {
    if (arguments.isEmpty() || !arePairs(arguments.subList(1, arguments.size()))) {
      return Status.USAGE;
    }
    return switch (realtime.store(
        arguments.getFirst(), fields(arguments.subList(1, arguments.size())))) {
      case Change.Done(int rows) -> {
        out.line("Stored RealTime record.");
        yield Status.SUCCESS;
      }
      case Change.Unavailable(Outage outage) -> unavailable(outage, out);
    };
  }
}
