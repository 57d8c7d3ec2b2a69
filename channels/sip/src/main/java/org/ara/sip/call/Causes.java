package org.ara.sip.call;

import org.ara.pbx.HangupCause;
import org.jspecify.annotations.Nullable;

/** Hangup causes as SIP statuses and back, in the spirit of RFC 3398. */
final class Causes {

  private Causes() {}

  /** The final response that tells a caller why there is no call. */
  static int status(HangupCause cause) {
    return switch (cause) {
      case UNALLOCATED, NO_ROUTE_DESTINATION -> 404;
      case USER_BUSY -> 486;
      case NO_USER_RESPONSE -> 408;
      case NO_ANSWER, SUBSCRIBER_ABSENT -> 480;
      case CALL_REJECTED -> 403;
      case DESTINATION_OUT_OF_ORDER -> 502;
      case INVALID_NUMBER_FORMAT -> 484;
      case CONGESTION, TEMPORARY_FAILURE, NETWORK_OUT_OF_ORDER -> 503;
      case BEARER_NOT_AVAILABLE -> 488;
      case RECOVERY_ON_TIMER_EXPIRE -> 504;
      case INTERWORKING -> 500;
      case NORMAL_CLEARING, NORMAL_UNSPECIFIED, NOT_DEFINED -> 603;
    };
  }

  /** Why a call came to nothing, from a callee's final response. */
  static HangupCause cause(int status) {
    return switch (status) {
      case 401, 402, 403, 407, 603 -> HangupCause.CALL_REJECTED;
      case 404, 410, 485, 604 -> HangupCause.UNALLOCATED;
      case 408 -> HangupCause.NO_USER_RESPONSE;
      case 480, 483 -> HangupCause.NO_ANSWER;
      case 484 -> HangupCause.INVALID_NUMBER_FORMAT;
      case 486, 600 -> HangupCause.USER_BUSY;
      case 487 -> HangupCause.NORMAL_CLEARING;
      case 415, 488, 606 -> HangupCause.BEARER_NOT_AVAILABLE;
      case 502 -> HangupCause.DESTINATION_OUT_OF_ORDER;
      case 504 -> HangupCause.RECOVERY_ON_TIMER_EXPIRE;
      case 400, 409, 500, 503 -> HangupCause.TEMPORARY_FAILURE;
      default -> status >= 600 ? HangupCause.CALL_REJECTED : HangupCause.INTERWORKING;
    };
  }

  /** The value of a Reason header (RFC 3326). */
  static String reason(HangupCause cause) {
    return "Q.850;cause=" + cause.code() + ";text=\"" + cause.text() + '"';
  }

  /** The cause in a Reason header's value, normal clearing if there is none that we know. */
  static HangupCause ofReason(@Nullable String reason) {
    if (reason == null || !reason.regionMatches(true, 0, "Q.850", 0, 5)) {
      return HangupCause.NORMAL_CLEARING;
    }
    for (String parameter : reason.split(";", -1)) {
      String text = parameter.strip();
      if (text.matches("(?i)cause=[0-9]{1,3}")) {
        return HangupCause.of(Integer.parseInt(text.substring(6)))
            .orElse(HangupCause.NORMAL_CLEARING);
      }
    }
    return HangupCause.NORMAL_CLEARING;
  }
}
