package org.ara.pbx.application;

import org.ara.pbx.Location;

/** Where the dialplan goes on after an application. */
public sealed interface Outcome {

  /** At the next priority. */
  Outcome NEXT = new Next();

  /** Nowhere: the channel is to be hung up. */
  Outcome END = new End();

  /** At the next priority. */
  record Next() implements Outcome {}

  /** Nowhere: the channel is to be hung up. */
  record End() implements Outcome {}

  /** Somewhere else, whether that exists or not. */
  record Jump(Location to) implements Outcome {}

  /** The caller started to dial an extension with this digit. */
  record Dialled(char digit) implements Outcome {}
}
