package org.ara.manager;

import org.ara.module.Command.Output;

/** Output kept in memory: every line ends with a line feed. */
public final class Transcript implements Output {

  private final StringBuilder text = new StringBuilder();

  @Override
  public synchronized void line(String line) {
    text.append(line).append('\n');
  }

  /** All lines so far. */
  @Override
  public synchronized String toString() {
    return text.toString();
  }
}
