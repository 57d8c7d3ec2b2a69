package org.ara.manager.console;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;
import org.ara.module.log.LiveLine;

/**
 * What goes to one console: the output of its commands and, between two pieces of it, lines of the
 * log, each started by a byte that no text has.
 */
final class SharedOutput {

  private final OutputStream out;
  private final ReentrantLock lock = new ReentrantLock();

  SharedOutput(OutputStream out) {
    this.out = new BufferedOutputStream(out, 16 * 1024);
  }

  /** Writes a piece of output that nothing may interrupt. */
  void print(String text) throws IOException {
    lock.lock();
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } finally {
      lock.unlock();
    }
  }

  void flush() throws IOException {
    lock.lock();
    try {
      out.flush();
    } finally {
      lock.unlock();
    }
  }

  /** Writes a message of the log and sends it. */
  void live(LiveLine line) throws IOException {
    lock.lock();
    try {
      for (String part : line.text().split("\n", -1)) {
        out.write(ConsoleProtocol.LIVE - line.number());
        out.write(part.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
      }
      out.flush();
    } finally {
      lock.unlock();
    }
  }
}
