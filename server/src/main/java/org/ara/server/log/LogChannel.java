package org.ara.server.log;

/**
 * A channel of the log that is not a console.
 *
 * @param settings what it takes and how
 * @param target where it goes
 * @param dynamic whether a command made it, not the configuration
 */
record LogChannel(ChannelSettings settings, LogTarget target, boolean dynamic) {

  void offer(LogLine line, DateFormat dates, int root) {
    if (settings.levels().takes(line.level(), line.number(), root)) {
      target.write(line, line.text(settings.format(), dates));
    }
  }
}
