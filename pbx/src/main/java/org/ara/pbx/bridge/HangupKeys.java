package org.ara.pbx.bridge;

import org.ara.pbx.Channel;

/**
 * Who of a bridge may end it by pressing {@code *}.
 *
 * @param caller whether the caller may (Dial option H)
 * @param callee whether the callee may (Dial option h)
 */
public record HangupKeys(boolean caller, boolean callee) {

  static final char KEY = '*';

  boolean ends(Channel pressedBy, Channel callingSide, char digit) {
    return digit == KEY && (pressedBy == callingSide ? caller : callee);
  }
}
