package org.ara.server.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.locks.ReentrantLock;

/** Passes what is written on in whole lines, between which others may write too. */
final class WholeLines extends OutputStream {

  private final OutputStream to;
  private final ReentrantLock turn;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  /**
   * @param turn held while a line is passed on
   */
  WholeLines(OutputStream to, ReentrantLock turn) {
    this.to = to;
    this.turn = turn;
  }

  @Override
  public void write(int b) throws IOException {
    line.write(b);
    if (b == '\n') {
      flush();
    }
  }

  @Override
  public void flush() throws IOException {
    turn.lock();
    try {
      line.writeTo(to);
      line.reset();
      to.flush();
    } finally {
      turn.unlock();
    }
  }
}
