package org.ara.server.log;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.ara.module.log.ConsoleLog;
import org.ara.module.log.LiveLine;
import org.ara.module.log.LogLevel;
import org.ara.module.log.ServerLog.Receiver;
import org.ara.module.log.VerboseLog;

/** One console that is shown the log, by a thread of its own from the first line on. */
final class ConsoleFeed implements ConsoleLog {

  private final LogHub hub;
  private final Receiver receiver;
  private final AtomicInteger verbose;
  private final Waiting<LiveLine> waiting;
  private final AtomicBoolean started = new AtomicBoolean();
  private volatile Map<LogLevel, Boolean> chosen = Map.of();
  private volatile boolean muted = true;

  /**
   * A console, at first muted.
   *
   * @param verbose the number of its verbose messages, which others may know too
   * @param limit how many lines may wait for it
   */
  ConsoleFeed(LogHub hub, Receiver receiver, AtomicInteger verbose, int limit) {
    this.hub = hub;
    this.receiver = receiver;
    this.verbose = verbose;
    this.waiting = new Waiting<>(limit);
  }

  /** Takes a line if this console shows it; never waits. */
  void offer(LogLine line, ChannelSettings console, DateFormat dates) {
    if (!muted && shows(line.level(), line.number(), console.levels())) {
      waiting.offer(line.live(console.format(), dates));
      if (started.compareAndSet(false, true)) {
        Thread.ofVirtual().name("console-log").start(this::deliver);
      }
    }
  }

  /** Verbose messages are a matter of the console's own number alone. */
  private boolean shows(LogLevel level, int number, LevelSet usual) {
    boolean wanted =
        chosen.getOrDefault(level, level == LogLevel.VERBOSE || usual.levels().contains(level));
    return wanted && (level != LogLevel.VERBOSE || number <= verbose.get());
  }

  /** The highest number of the verbose messages that it shows at present; -1 for none. */
  int watchesUpTo() {
    return muted || !chosen.getOrDefault(LogLevel.VERBOSE, true) ? -1 : verbose.get();
  }

  /** Whether it shows messages of that level at present. */
  boolean watches(LogLevel level, LevelSet usual) {
    return !muted && chosen.getOrDefault(level, usual.levels().contains(level));
  }

  @Override
  public int verbose() {
    return verbose.get();
  }

  @Override
  public void showVerbose(int number) {
    verbose.set(Math.clamp(number, 0, VerboseLog.MOST));
    hub.watchersChanged();
  }

  @Override
  public boolean isMuted() {
    return muted;
  }

  @Override
  public void mute(boolean mute) {
    muted = mute;
    hub.watchersChanged();
  }

  @Override
  public void show(LogLevel level, boolean shown) {
    EnumMap<LogLevel, Boolean> changed = new EnumMap<>(LogLevel.class);
    changed.putAll(chosen);
    changed.put(level, shown);
    chosen = changed;
    hub.watchersChanged();
  }

  @Override
  public void close() {
    muted = true;
    waiting.close();
    hub.forget(this);
  }

  private void deliver() {
    try {
      for (Optional<Waiting.Next<LiveLine>> next = waiting.take();
          next.isPresent();
          next = waiting.take()) {
        long missed = next.get().missed();
        receiver.line(next.get().line().orElseGet(() -> gap(missed)));
      }
    } catch (IOException gone) {
      close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static LiveLine gap(long missed) {
    return new LiveLine(
        LogLevel.WARNING,
        0,
        "[" + missed + " lines of the log are left out here: this console did not read them]");
  }
}
