package org.ara.realtime.batch;

import java.util.concurrent.locks.LockSupport;

/** One caller's part of a batch; waits on the thread that made it. Used once. */
public abstract class Request {

  /** Where a request is on its way. */
  enum State {
    WAITING,
    /** Its thread is to take the next batch out. */
    LEADING,
    IN_FLIGHT,
    ANSWERED,
    /** It waited for too long to be taken along. */
    TOO_LATE
  }

  private final Thread thread = Thread.currentThread();
  private volatile State state = State.WAITING;
  long since;

  State state() {
    return state;
  }

  void become(State next) {
    state = next;
  }

  void wake() {
    LockSupport.unpark(thread);
  }
}
