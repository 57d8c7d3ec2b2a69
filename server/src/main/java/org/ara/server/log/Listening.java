package org.ara.server.log;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.ara.module.log.LogLevel;

/** Gathers what channels and consoles listen to. */
final class Listening {

  private final Set<LogLevel> levels = EnumSet.noneOf(LogLevel.class);
  private int verbose = -1;

  /** A file or syslog takes these levels. */
  void channel(LevelSet taken, int root) {
    levels.addAll(taken.levels());
    verbose = Math.max(verbose, taken.verboseUpTo(root));
  }

  /** A console shows what it does at present. */
  void console(ConsoleFeed feed, LevelSet usual) {
    verbose = Math.max(verbose, feed.watchesUpTo());
    for (LogLevel level : LogLevel.values()) {
      if (feed.watches(level, usual)) {
        levels.add(level);
      }
    }
  }

  /** Messages of these levels are kept for channels that are not known yet. */
  void unknown(LogLevel... early) {
    levels.addAll(Set.of(early));
  }

  /**
   * All of it.
   *
   * @param debug above 0 if debug messages are logged of everything
   * @param parts the loggers of which they are logged anyway
   */
  Thresholds.Wants wants(int debug, Set<String> parts) {
    Set<String> debugged = new HashSet<>();
    if (levels.contains(LogLevel.DEBUG)) {
      debugged.addAll(parts);
      if (debug > 0) {
        debugged.addAll(Thresholds.OWN);
      }
    }
    return new Thresholds.Wants(levels, verbose, debugged);
  }
}
