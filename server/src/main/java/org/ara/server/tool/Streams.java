package org.ara.server.tool;

import java.io.PrintStream;

/** The process's terminal, or what stands for it. */
record Streams(PrintStream out, PrintStream err, boolean terminal) {

  /** Those of this process; somebody watches if both are a terminal. */
  Streams() {
    this(System.out, System.err, System.console() != null && System.console().isTerminal());
  }
}
