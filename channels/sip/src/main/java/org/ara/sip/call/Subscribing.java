package org.ara.sip.call;

import org.ara.sip.answer.State;
import org.ara.sip.transaction.ServerTransaction;

/** Answers SUBSCRIBE, first ones and those within a dialog. */
public interface Subscribing {

  /** Answers; may block while the database is asked. */
  void answer(State state, ServerTransaction transaction);
}
