package org.ara.pbx;

import org.ara.pbx.device.DeviceState;

/** A technology that calls can be made with: {@code SIP} in {@code Dial(SIP/100)}. */
public interface ChannelDriver {

  /** The word before the slash, compared ignoring case. */
  String technology();

  /**
   * Prepares a call, looking the destination up but sending nothing yet.
   *
   * @return a channel whose {@link Leg#call()} starts it, or why there is none
   */
  Requested request(DialRequest request);

  /**
   * Whether somebody is where a call could be sent to, blocking while a database is asked.
   *
   * @param resource as in {@link DialRequest}
   */
  default boolean isReachable(String resource) {
    return true;
  }

  /**
   * What a device of this technology is doing; may block while a database is asked.
   *
   * @param resource as in {@link DialRequest}
   */
  default DeviceState state(String resource) {
    return DeviceState.UNKNOWN;
  }

  /** What {@link #request} found. */
  sealed interface Requested {

    /** There is somebody to call. */
    record Ready(Channel channel) implements Requested {}

    /**
     * There is not.
     *
     * @param cause {@link HangupCause#SUBSCRIBER_ABSENT} for a peer that is not registered, {@link
     *     HangupCause#NO_ROUTE_DESTINATION} for an unknown one, {@link
     *     HangupCause#TEMPORARY_FAILURE} where the database could not be asked
     * @param reason one line for the log
     */
    record Refused(HangupCause cause, String reason) implements Requested {}
  }
}
