package org.ara.server.demo;

/**
 * One step of the story: what it shows and how.
 *
 * @param title what holds if it goes well, in a few words
 * @param action does it and says in a few words what was seen
 */
record Step(String title, Action action) {

  /** How many lines of a failure are shown: the sentence and the first messages. */
  private static final int SHOWN = 15;

  /** Does a step. */
  @FunctionalInterface
  interface Action {
    /**
     * Does it.
     *
     * @return what was seen, in a few words
     * @throws Exception if it did not go as it should; the first line of the message is shown
     */
    String run() throws Exception;
  }

  /**
   * How a step went.
   *
   * @param number from 1
   * @param seen what was seen, or why it failed
   */
  record Result(int number, String title, String seen, long millis, boolean held) {}

  /** Runs it, writing about it as it goes. */
  Result run(int number, Screen screen) {
    screen.heading(number, title);
    long start = System.nanoTime();
    String seen;
    boolean held;
    try {
      seen = action.run();
      held = true;
    } catch (Exception e) {
      String message = e.getMessage() == null ? e.toString() : e.getMessage();
      seen = message.lines().findFirst().orElse("");
      held = false;
      message.lines().limit(SHOWN).forEach(screen::failure);
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    screen.outcome(held, millis);
    return new Result(number, title, seen, millis, held);
  }
}
