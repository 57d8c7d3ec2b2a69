package org.ara.pbx.dial;

import java.util.List;
import org.ara.pbx.Channel;
import org.ara.pbx.HangupCause;

/** How the time between dialling and talking ended. */
sealed interface Ringing {

  /** A phone answered; it is the one to talk to. */
  record Answered(Channel callee) implements Ringing {}

  /** Nobody is left to wait for. */
  record Failed(List<HangupCause> causes) implements Ringing {}

  /** The time was over. */
  record TimedOut() implements Ringing {}

  /** The caller hung up. */
  record CallerGone() implements Ringing {}
}
