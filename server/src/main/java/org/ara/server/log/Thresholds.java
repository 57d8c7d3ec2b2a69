package org.ara.server.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ara.module.log.LogLevel;
import org.ara.module.log.VerboseLog;
import org.jspecify.annotations.Nullable;

/**
 * The levels of a process's loggers: as high as everybody who listens allows, and as they were
 * where nobody does, so that what nobody wants is not even formatted. One object for each process's
 * log, as there may be several servers in it.
 */
final class Thresholds {

  /** The names above all loggers of Ara. */
  static final List<String> OWN = List.of("org.ara", "config");

  private final LoggerContext context;
  private final Map<Object, Wants> wants = new IdentityHashMap<>();
  private final Map<String, @Nullable Level> before = new HashMap<>();

  /**
   * What somebody listens to.
   *
   * @param levels of which there is somebody to take messages
   * @param verbose up to which number verbose messages are taken, -1 for none
   * @param debugged the names of loggers, with all below, of which debug messages are taken
   */
  record Wants(Set<LogLevel> levels, int verbose, Set<String> debugged) {

    Wants {
      levels = Set.copyOf(levels);
      debugged = Set.copyOf(debugged);
    }
  }

  private Thresholds(LoggerContext context) {
    this.context = context;
  }

  static Thresholds of(LoggerContext context) {
    synchronized (context) {
      String key = Thresholds.class.getName();
      if (context.getObject(key) instanceof Thresholds known) {
        return known;
      }
      Thresholds made = new Thresholds(context);
      context.putObject(key, made);
      return made;
    }
  }

  /** From now on, somebody listens to that instead of what they listened to before. */
  synchronized void want(Object who, Wants what) {
    wants.put(who, what);
    apply();
  }

  /** Somebody listens no more. */
  synchronized void leave(Object who) {
    wants.remove(who);
    apply();
  }

  private void apply() {
    Map<String, Level> wanted = new HashMap<>();
    for (Wants each : wants.values()) {
      for (String own : OWN) {
        if (each.levels().contains(LogLevel.NOTICE)) {
          finer(wanted, own, Level.INFO);
        } else if (each.levels().contains(LogLevel.WARNING)) {
          finer(wanted, own, Level.WARN);
        }
      }
      each.debugged().forEach(name -> finer(wanted, name, Level.DEBUG));
      for (int number = 0; number <= each.verbose(); number++) {
        finer(wanted, VerboseLog.ROOT + "." + number, Level.DEBUG);
      }
      for (LogLevel special : List.of(LogLevel.DTMF, LogLevel.SECURITY, LogLevel.FAX)) {
        if (each.levels().contains(special)) {
          finer(wanted, special.name().toLowerCase(Locale.ROOT), Level.DEBUG);
        }
      }
    }
    for (String name : new HashSet<>(before.keySet())) {
      if (!wanted.containsKey(name)) {
        context.getLogger(name).setLevel(before.remove(name));
      }
    }
    wanted.forEach(this::set);
  }

  private void set(String name, Level level) {
    Logger logger = context.getLogger(name);
    if (!before.containsKey(name)) {
      if (logger.getEffectiveLevel().toInt() <= level.toInt()) {
        return;
      }
      before.put(name, logger.getLevel());
    }
    logger.setLevel(level);
  }

  private static void finer(Map<String, Level> wanted, String name, Level level) {
    wanted.merge(name, level, (a, b) -> a.toInt() < b.toInt() ? a : b);
  }
}
