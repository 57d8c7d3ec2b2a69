package org.ara.server.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.ara.module.log.ConsoleLog;
import org.ara.module.log.LogLevel;
import org.ara.module.log.ServerLog.Receiver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One server's part in the log of its process: takes every message and hands it to the channels and
 * consoles that want it. Messages of before the first {@link #apply} are kept for it.
 */
public final class LogHub implements AutoCloseable {

  private static final int EARLY = 1000;

  private final Path directory;
  private final String host;
  private final boolean alone;
  private final LoggerContext context;
  private final Thresholds thresholds;
  private final Appender appender = new Appender();
  private final ThrowableProxyConverter stackTraces = new ThrowableProxyConverter();
  private final Object changing = new Object();
  private final List<ConsoleFeed> feeds = new CopyOnWriteArrayList<>();
  private final AtomicInteger rootVerbose;
  private final Map<String, Integer> debugOf = new TreeMap<>();
  private final Deque<LogLine> early = new ArrayDeque<>();
  private volatile LoggerSettings settings;
  private volatile List<LogChannel> channels = List.of();
  private volatile boolean applied;
  private boolean closed;
  private volatile int debug;

  /**
   * Starts to listen.
   *
   * @param directory where log files go, absolute
   * @param host this machine's name
   * @param alone whether the process is this server's: there is a log file without a configuration
   * @param verbose what the server's own console shows at first
   * @param debug above 0, debug messages are logged
   */
  public LogHub(Path directory, String host, boolean alone, int verbose, int debug) {
    this.directory = directory;
    this.host = host;
    this.alone = alone;
    this.context = (LoggerContext) LoggerFactory.getILoggerFactory();
    this.thresholds = Thresholds.of(context);
    this.rootVerbose = new AtomicInteger(verbose);
    this.debug = debug;
    this.settings = LoggerSettings.none(alone);
    stackTraces.start();
    appender.setContext(context);
    appender.setName("log of " + directory);
    appender.start();
    root().addAppender(appender);
    watchersChanged();
  }

  /** The console in the server's own terminal, at first muted. */
  public ConsoleLog showRoot(Receiver receiver) {
    return feed(receiver, rootVerbose);
  }

  /** One more console, at first muted. */
  public ConsoleLog show(Receiver receiver) {
    int verbose = Math.max(0, console().levels().verbose());
    return feed(receiver, new AtomicInteger(verbose));
  }

  private ConsoleLog feed(Receiver receiver, AtomicInteger verbose) {
    ConsoleFeed feed = new ConsoleFeed(this, receiver, verbose, settings.queueLimit());
    feeds.add(feed);
    return feed;
  }

  void forget(ConsoleFeed feed) {
    feeds.remove(feed);
    watchersChanged();
  }

  Path directory() {
    return directory;
  }

  LoggerSettings settings() {
    return settings;
  }

  /** What holds where there is no configuration. */
  LoggerSettings unconfigured() {
    return LoggerSettings.none(alone);
  }

  /** What consoles take, and how it is written. */
  ChannelSettings console() {
    return settings.channels().getOrDefault(ChannelSettings.CONSOLE, LoggerSettings.usualConsole());
  }

  List<LogChannel> channels() {
    return channels;
  }

  AtomicInteger rootVerbose() {
    return rootVerbose;
  }

  int debug() {
    return debug;
  }

  void debug(int level) {
    debug = level;
    watchersChanged();
  }

  /** Whether a channel or a console takes debug messages, if there are any. */
  boolean takesDebug() {
    return channels.stream().anyMatch(c -> c.settings().levels().levels().contains(LogLevel.DEBUG))
        || feeds.stream().anyMatch(feed -> feed.watches(LogLevel.DEBUG, console().levels()));
  }

  /** How much is logged of one part by itself. */
  int debugOf(String logger) {
    synchronized (changing) {
      return debugOf.getOrDefault(logger, 0);
    }
  }

  void debugOf(String logger, int level) {
    synchronized (changing) {
      if (level == 0) {
        debugOf.remove(logger);
      } else {
        debugOf.put(logger, level);
      }
      watchersChanged();
    }
  }

  /**
   * Has messages go where these settings say, and where commands said. Files that stay are opened
   * anew; none loses a line.
   */
  void apply(LoggerSettings next) {
    synchronized (changing) {
      List<LogChannel> before = channels;
      List<LogChannel> after = new ArrayList<>();
      for (ChannelSettings channel : next.channels().values()) {
        if (!channel.isConsole()) {
          after.add(new LogChannel(channel, target(channel, next, before), false));
        }
      }
      for (LogChannel channel : before) {
        if (channel.dynamic() && !next.channels().containsKey(channel.settings().name())) {
          after.add(
              new LogChannel(channel.settings(), target(channel.settings(), next, before), true));
        }
      }
      settings = next;
      use(after);
    }
  }

  /** Adds a channel until it is removed or the server ends; false if there is one of the name. */
  boolean add(ChannelSettings channel) {
    synchronized (changing) {
      if (channels.stream().anyMatch(other -> other.settings().name().equals(channel.name()))) {
        return false;
      }
      List<LogChannel> after = new ArrayList<>(channels);
      after.add(new LogChannel(channel, target(channel, settings, channels), true));
      use(after);
      return true;
    }
  }

  /** Removes a channel that was added by a command; empty if there is none. */
  Optional<LogChannel> remove(String name) {
    synchronized (changing) {
      Optional<LogChannel> found =
          channels.stream().filter(c -> c.dynamic() && c.settings().name().equals(name)).findAny();
      found.ifPresent(gone -> use(channels.stream().filter(other -> other != gone).toList()));
      return found;
    }
  }

  /** The levels that somebody listens to may be others than before. */
  void watchersChanged() {
    synchronized (changing) {
      if (closed) {
        return;
      }
      Listening all = new Listening();
      if (!applied && alone) {
        all.unknown(LogLevel.NOTICE, LogLevel.DEBUG);
      }
      for (LogChannel channel : channels) {
        all.channel(channel.settings().levels(), rootVerbose.get());
      }
      feeds.forEach(feed -> all.console(feed, console().levels()));
      thresholds.want(this, all.wants(debug, debugOf.keySet()));
    }
  }

  /** Ends: nothing is taken any more, and every file is closed. */
  @Override
  public void close() {
    root().detachAppender(appender);
    feeds.forEach(ConsoleFeed::close);
    synchronized (changing) {
      closed = true;
      thresholds.leave(this);
      channels.forEach(channel -> channel.target().close());
      channels = List.of();
    }
  }

  private void use(List<LogChannel> after) {
    List<LogChannel> before = channels;
    channels = List.copyOf(after);
    watchersChanged();
    synchronized (early) {
      early.forEach(this::hand);
      early.clear();
      applied = true;
    }
    for (LogChannel channel : before) {
      if (after.stream().noneMatch(kept -> kept.target() == channel.target())) {
        channel.target().close();
      }
    }
  }

  /** The target of a channel: the one there is, if it can stay. */
  private LogTarget target(ChannelSettings channel, LoggerSettings next, List<LogChannel> before) {
    if (channel.isSyslog()) {
      return new SyslogTarget(channel.name(), next.syslog(), next.queueLimit(), this::alarm);
    }
    String name = channel.name() + (next.hostName() ? "." + host : "");
    Path path = directory.resolve(name).normalize();
    for (LogChannel other : before) {
      if (other.target() instanceof LogFile file && file.path().equals(path)) {
        file.reopen(next.rotation());
        return file;
      }
    }
    LogFile file = new LogFile(path, next.rotation(), this::alarm);
    file.reopen(next.rotation());
    return file;
  }

  private void take(LogLine line) {
    if (!applied) {
      synchronized (early) {
        if (!applied) {
          if (early.size() < EARLY) {
            early.add(line);
          }
          return;
        }
      }
    }
    hand(line);
  }

  private void hand(LogLine line) {
    LoggerSettings now = settings;
    int root = rootVerbose.get();
    for (LogChannel channel : channels) {
      channel.offer(line, now.dates(), root);
    }
    if (!feeds.isEmpty()) {
      ChannelSettings console = console();
      for (ConsoleFeed feed : feeds) {
        feed.offer(line, console, now.dates());
      }
    }
  }

  /** Something is wrong with one of the places that messages go to: the others are told. */
  private void alarm(String text) {
    LogLine line = LogLine.own(LogLevel.ERROR, text);
    for (LogChannel channel : channels) {
      if (channel.target().works()) {
        channel.offer(line, settings.dates(), rootVerbose.get());
      }
    }
    feeds.forEach(feed -> feed.offer(line, console(), settings.dates()));
    if (alone) {
      System.err.println(line.text(LineFormat.DEFAULT, settings.dates()));
    }
  }

  private ch.qos.logback.classic.Logger root() {
    return context.getLogger(Logger.ROOT_LOGGER_NAME);
  }

  /** Receives what is logged in the process. */
  private final class Appender extends UnsynchronizedAppenderBase<ILoggingEvent> {
    @Override
    protected void append(ILoggingEvent event) {
      take(LogLine.of(event, stackTraces));
    }
  }
}
