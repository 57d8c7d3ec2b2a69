package org.ara.manager.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * What a server sends to a console without the lines of the log, which go elsewhere: at first
 * whenever something is read, after {@link #readAhead} as soon as they come.
 */
final class LiveInput extends InputStream {

  private static final byte[] END = {};

  private final InputStream in;
  private final BlockingQueue<byte[]> ahead = new ArrayBlockingQueue<>(64);
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private volatile LiveLog log = (number, text) -> {};
  private volatile boolean readsAhead;
  private int marker;
  private byte[] chunk = {0};
  private int at = 1;

  LiveInput(InputStream in) {
    this.in = in;
  }

  /** From now on a thread reads all the time. To be called once, by who reads. */
  void readAhead(LiveLog to, Runnable gone) {
    log = to;
    readsAhead = true;
    Thread.ofPlatform().daemon().name("console-input").start(() -> fill(gone));
  }

  @Override
  public int read() throws IOException {
    while (chunk.length > 0 && at == chunk.length) {
      chunk = readsAhead ? next() : split();
      at = 0;
    }
    return chunk.length == 0 ? -1 : chunk[at++] & 0xFF;
  }

  private byte[] next() throws IOException {
    try {
      return ahead.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private void fill(Runnable gone) {
    byte[] read = END;
    try {
      do {
        try {
          read = split();
        } catch (IOException e) {
          read = END;
        }
        ahead.put(read);
      } while (read.length > 0);
      gone.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Reads until there is something that is not log; nothing at the end. */
  private byte[] split() throws IOException {
    byte[] raw = new byte[16 * 1024];
    while (true) {
      int length = in.read(raw);
      if (length < 0) {
        return END;
      }
      ByteArrayOutputStream rest = new ByteArrayOutputStream(length);
      for (int i = 0; i < length; i++) {
        int b = raw[i] & 0xFF;
        if (marker != 0) {
          live(b);
        } else if (b >= ConsoleProtocol.LAST_LIVE) {
          marker = b;
        } else {
          rest.write(b);
        }
      }
      if (rest.size() > 0) {
        return rest.toByteArray();
      }
    }
  }

  private void live(int b) {
    if (b != '\n') {
      line.write(b);
      return;
    }
    log.line(ConsoleProtocol.LIVE - marker, line.toString(StandardCharsets.UTF_8));
    line.reset();
    marker = 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
