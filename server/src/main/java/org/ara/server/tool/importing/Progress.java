package org.ara.server.tool.importing;

import java.io.PrintStream;
import java.util.Locale;

/** How far the rows of a file are: a bar that is redrawn on a terminal, nothing elsewhere. */
final class Progress {

  private static final int WIDTH = 30;
  private static final long REDRAW_NANOS = 100_000_000;

  private final PrintStream err;
  private final boolean terminal;
  private final String file;
  private final long all;
  private long done;
  private long drawn;

  Progress(PrintStream err, boolean terminal, String file, long all) {
    this.err = err;
    this.terminal = terminal;
    this.file = file;
    this.all = Math.max(1, all);
  }

  void step() {
    done++;
    long now = terminal ? System.nanoTime() : 0;
    if (terminal && now - drawn > REDRAW_NANOS) {
      drawn = now;
      int filled = (int) Math.min(WIDTH, WIDTH * done / all);
      err.printf(
          Locale.ROOT,
          "\r\033[K%s [%s%s] %d of %d rows",
          file,
          "#".repeat(filled),
          " ".repeat(WIDTH - filled),
          Math.min(done, all),
          all);
      err.flush();
    }
  }

  void end() {
    if (terminal) {
      err.print("\r\033[K");
      err.flush();
    }
  }
}
