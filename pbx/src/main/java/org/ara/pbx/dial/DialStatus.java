package org.ara.pbx.dial;

import java.util.List;
import org.ara.pbx.HangupCause;

/** The values of DIALSTATUS that Dial sets. */
enum DialStatus {
  ANSWER,
  BUSY,
  CONGESTION,
  CHANUNAVAIL,
  NOANSWER,
  CANCEL,
  INVALIDARGS;

  /**
   * What it comes to when every destination failed. A database that could not be asked counts as
   * congestion: the number may well exist, and trying again later makes sense.
   *
   * @param causes why, one for each destination; may be empty
   */
  static DialStatus of(List<HangupCause> causes) {
    if (causes.contains(HangupCause.USER_BUSY)) {
      return BUSY;
    }
    if (causes.contains(HangupCause.CONGESTION) || causes.contains(HangupCause.TEMPORARY_FAILURE)) {
      return CONGESTION;
    }
    boolean rang = causes.stream().anyMatch(DialStatus::isNoAnswer);
    return rang ? NOANSWER : CHANUNAVAIL;
  }

  /** The cause that goes with the status, one of those that were given. */
  HangupCause decisive(List<HangupCause> causes) {
    return causes.stream()
        .filter(cause -> of(List.of(cause)) == this)
        .findFirst()
        .orElse(HangupCause.NO_ROUTE_DESTINATION);
  }

  private static boolean isNoAnswer(HangupCause cause) {
    return switch (cause) {
      case NO_ANSWER, NORMAL_CLEARING, NO_USER_RESPONSE -> true;
      default -> false;
    };
  }
}
