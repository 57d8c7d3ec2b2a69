package org.ara.sip.qualify;

import org.ara.sip.qualify.Standing.Reach;
import org.jspecify.annotations.Nullable;

/** One peer that is asked; small, since there may be a hundred thousand. Safe for threads. */
final class Probe {

  private final String name;
  private Aim aim;
  private int turn;
  private Reach reach = Reach.UNKNOWN;
  private int millis;
  private @Nullable Runnable waiting;

  Probe(String name, Aim aim) {
    this.name = name;
    this.aim = aim;
  }

  String name() {
    return name;
  }

  synchronized Aim aim() {
    return aim;
  }

  /** Takes over where it is now; true if that is somewhere else. */
  synchronized boolean move(Aim now) {
    boolean moved = !aim.sameAs(now);
    aim = now;
    return moved;
  }

  /** Has something run when the next question is answered or given up. */
  synchronized void await(Runnable action) {
    waiting = action;
  }

  /** Runs what waits for an answer. */
  void answered() {
    Runnable action;
    synchronized (this) {
      action = waiting;
      waiting = null;
    }
    if (action != null) {
      action.run();
    }
  }

  /** Makes every earlier appointment and question void, and numbers the next. */
  synchronized int next() {
    return ++turn;
  }

  synchronized boolean isCurrent(int number) {
    return turn == number;
  }

  synchronized Standing standing() {
    return new Standing(aim.limit() == 0 ? Reach.UNMONITORED : reach, millis);
  }

  /** Notes what came of a question; true if that is another state than before. */
  synchronized boolean note(Standing found) {
    boolean changed = reach != found.state();
    reach = found.state();
    millis = found.millis();
    return changed;
  }
}
