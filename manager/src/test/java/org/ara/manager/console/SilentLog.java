package org.ara.manager.console;

import org.ara.module.log.ConsoleLog;
import org.ara.module.log.LogLevel;
import org.ara.module.log.ServerLog;

/** The log of a server that has nothing to say. */
record SilentLog(ServerLog.Receiver receiver) implements ConsoleLog {

  @Override
  public int verbose() {
    return 0;
  }

  @Override
  public void showVerbose(int number) {}

  @Override
  public boolean isMuted() {
    return true;
  }

  @Override
  public void mute(boolean muted) {}

  @Override
  public void show(LogLevel level, boolean shown) {}

  @Override
  public void close() {}
}
