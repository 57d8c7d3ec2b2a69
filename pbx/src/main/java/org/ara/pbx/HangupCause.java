package org.ara.pbx;

import java.util.Arrays;
import java.util.Optional;

/** Why a call ended: the Q.850 cause values that the dialplan and the channel drivers use. */
public enum HangupCause {
  NOT_DEFINED(0, "Unknown"),
  UNALLOCATED(1, "Unallocated (unassigned) number"),
  NO_ROUTE_DESTINATION(3, "No route to destination"),
  NORMAL_CLEARING(16, "Normal Clearing"),
  USER_BUSY(17, "User busy"),
  NO_USER_RESPONSE(18, "No user responding"),
  NO_ANSWER(19, "User alerting, no answer"),
  SUBSCRIBER_ABSENT(20, "Subscriber absent"),
  CALL_REJECTED(21, "Call Rejected"),
  DESTINATION_OUT_OF_ORDER(27, "Destination out of order"),
  INVALID_NUMBER_FORMAT(28, "Invalid number format"),
  NORMAL_UNSPECIFIED(31, "Normal, unspecified"),
  CONGESTION(34, "Circuit/channel congestion"),
  NETWORK_OUT_OF_ORDER(38, "Network out of order"),
  TEMPORARY_FAILURE(41, "Temporary failure"),
  BEARER_NOT_AVAILABLE(58, "Bearer capability not available"),
  RECOVERY_ON_TIMER_EXPIRE(102, "Recover on timer expiry"),
  INTERWORKING(127, "Interworking, unspecified");

  private final int code;
  private final String text;

  HangupCause(int code, String text) {
    this.code = code;
    this.text = text;
  }

  /** The Q.850 value. */
  public int code() {
    return code;
  }

  /** The words that logs and events use. */
  public String text() {
    return text;
  }

  /** The cause of that Q.850 value, if it is one of these. */
  public static Optional<HangupCause> of(int code) {
    return Arrays.stream(values()).filter(c -> c.code == code).findFirst();
  }
}
