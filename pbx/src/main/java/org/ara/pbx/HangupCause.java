package org.ara.pbx;

import java.util.Arrays;
import java.util.Locale;
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

  /**
   * The cause that the dialplan means: a number, one of these names, or a short name such as {@code
   * BUSY}; case is ignored.
   */
  public static Optional<HangupCause> named(String text) {
    if (text.chars().allMatch(c -> c >= '0' && c <= '9') && text.length() <= 3) {
      return text.isEmpty() ? Optional.empty() : of(Integer.parseInt(text));
    }
    return switch (text.toUpperCase(Locale.ROOT)) {
      case "NORMAL" -> Optional.of(NORMAL_CLEARING);
      case "BUSY" -> Optional.of(USER_BUSY);
      case "NOANSWER" -> Optional.of(NO_ANSWER);
      case "FAILURE" -> Optional.of(NETWORK_OUT_OF_ORDER);
      case "UNREGISTERED" -> Optional.of(SUBSCRIBER_ABSENT);
      case "NORMAL_CIRCUIT_CONGESTION" -> Optional.of(CONGESTION);
      case "NORMAL_TEMPORARY_FAILURE" -> Optional.of(TEMPORARY_FAILURE);
      default -> Arrays.stream(values()).filter(c -> c.name().equalsIgnoreCase(text)).findFirst();
    };
  }
}
