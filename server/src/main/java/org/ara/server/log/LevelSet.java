package org.ara.server.log;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Consumer;
import org.ara.module.log.LogLevel;
import org.ara.module.log.VerboseLog;

/**
 * The levels that a channel of the log takes.
 *
 * @param levels which
 * @param verbose up to which number {@code VERBOSE} messages are taken, or {@link #AS_ROOT}
 */
record LevelSet(Set<LogLevel> levels, int verbose) {

  /** As many {@code VERBOSE} messages as the server's own console shows. */
  static final int AS_ROOT = -1;

  private static final String VERBOSE = "verbose";

  LevelSet {
    levels = Set.copyOf(levels);
  }

  static LevelSet of(LogLevel... levels) {
    return new LevelSet(Set.of(levels), AS_ROOT);
  }

  /**
   * Reads {@code notice,warning,verbose(3)}; {@code *} is every level.
   *
   * @param odd takes each word that is none
   */
  static LevelSet parse(String text, Consumer<String> odd) {
    Set<LogLevel> levels = EnumSet.noneOf(LogLevel.class);
    int verbose = AS_ROOT;
    for (String piece : List.of(text.split(",", -1))) {
      String word = piece.strip().toLowerCase(Locale.ROOT);
      Optional<LogLevel> level = LogLevel.named(word);
      if (word.equals("*")) {
        levels.addAll(EnumSet.allOf(LogLevel.class));
      } else if (word.matches("verbose\\([0-9]{1,2}\\)")) {
        int number = Integer.parseInt(word.substring(VERBOSE.length() + 1, word.length() - 1));
        verbose = Math.min(number, VerboseLog.MOST);
        levels.add(LogLevel.VERBOSE);
      } else if (level.isPresent()) {
        levels.add(level.get());
      } else if (!word.isEmpty()) {
        odd.accept(piece.strip());
      }
    }
    return new LevelSet(levels, verbose);
  }

  /** The highest number of {@code VERBOSE} messages that is taken, -1 for none. */
  int verboseUpTo(int root) {
    if (!levels.contains(LogLevel.VERBOSE)) {
      return -1;
    }
    return verbose == AS_ROOT ? root : verbose;
  }

  /**
   * Whether a message is taken.
   *
   * @param number of a {@code VERBOSE} message
   * @param root what the server's own console shows
   */
  boolean takes(LogLevel level, int number, int root) {
    return level == LogLevel.VERBOSE ? number <= verboseUpTo(root) : levels.contains(level);
  }

  /** {@code NOTICE WARNING VERBOSE(3)}, in the order of their numbers. */
  @Override
  public String toString() {
    StringJoiner names = new StringJoiner(" ");
    for (LogLevel level : LogLevel.values()) {
      if (levels.contains(level)) {
        boolean numbered = level == LogLevel.VERBOSE && verbose != AS_ROOT;
        names.add(numbered ? level + "(" + verbose + ")" : level.toString());
      }
    }
    return names.toString();
  }
}
