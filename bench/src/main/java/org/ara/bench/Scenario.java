package org.ara.bench;

import java.io.PrintStream;

/** Something to measure, with its peer beside it in the same run. */
public interface Scenario {

  /** One line for the list of scenarios. */
  String summary();

  /**
   * Measures and prints.
   *
   * @throws IllegalArgumentException for options that it does not know
   * @throws Exception if it cannot be measured here
   */
  void run(Options options, PrintStream out) throws Exception;
}
