package org.ara.server.loader;

import org.ara.config.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes problems of configurations to the log, each at its level, with its place. */
public final class ProblemLog {

  private static final Logger LOG = LoggerFactory.getLogger("config");

  private ProblemLog() {}

  public static void report(Iterable<Problem> problems) {
    for (Problem problem : problems) {
      switch (problem.severity()) {
        case WARNING -> LOG.warn("{}", problem);
        case ERROR -> LOG.error("{}", problem);
      }
    }
  }
}
