package org.ara.realtime.console;

import java.util.List;
import org.ara.module.Command;
import org.ara.realtime.Realtime;
import org.ara.realtime.status.Inspection;

/** The commands by which an operator looks at families and changes their rows. */
public final class RealtimeCommands {

  private RealtimeCommands() {}

  /** All of them, working on that engine. */
  public static List<Command> all(Realtime realtime, Inspection inspection) {
    return List.of(
        new ShowConfigMappings(realtime),
        new RealtimeLoad(realtime, inspection),
        new RealtimeExplain(realtime, inspection),
        new ShowCache(inspection),
        new ShowFeeds(inspection),
        new ShowPools(inspection),
        new ShowMetrics(inspection),
        new RealtimeUpdate(realtime),
        new RealtimeUpdate2(realtime),
        new RealtimeStore(realtime),
        new RealtimeDestroy(realtime));
  }
}
