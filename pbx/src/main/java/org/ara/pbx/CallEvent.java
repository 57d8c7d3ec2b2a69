package org.ara.pbx;

import org.jspecify.annotations.Nullable;

/** Something that happened to the channels, for those who watch: the manager, call records. */
public sealed interface CallEvent {

  /** The channel it happened to. */
  Channel channel();

  /** A channel came to be. */
  record Created(Channel channel) implements CallEvent {}

  /** A channel's state changed. */
  record StateChanged(Channel channel, ChannelState state) implements CallEvent {}

  /** A step of the dialplan is about to run. */
  record StepStarted(Channel channel, Location location, Running running) implements CallEvent {}

  /** A channel starts to call another; {@code caller} is null where the server itself calls. */
  record DialBegun(@Nullable Channel caller, Channel channel, String destination)
      implements CallEvent {}

  /** A callee is getting on: {@code PROCEEDING}, {@code PROGRESS}, {@code RINGING}. */
  record DialProgressed(@Nullable Channel caller, Channel channel, String status)
      implements CallEvent {}

  /** It is over for that callee: {@code ANSWER}, {@code BUSY}, {@code CANCEL}... */
  record DialEnded(@Nullable Channel caller, Channel channel, String status) implements CallEvent {}

  /** The far end put the other party on hold. */
  record Held(Channel channel) implements CallEvent {}

  /** The far end took the other party off hold again. */
  record Resumed(Channel channel) implements CallEvent {}

  /** The far end is now known under another name or number. */
  record Identified(Channel channel) implements CallEvent {}

  /** A channel enters a bridge. */
  record BridgeEntered(Channel channel, String bridge) implements CallEvent {}

  /** A channel leaves a bridge. */
  record BridgeLeft(Channel channel, String bridge) implements CallEvent {}

  /** A variable of a channel got a value; {@code name} may start with underscores. */
  record VariableSet(Channel channel, String name, String value) implements CallEvent {}

  /** A channel's far end sent the one it talked with to a place of the dialplan. */
  record BlindlyTransferred(Channel channel, Channel transferee, Location to)
      implements CallEvent {}

  /** A channel's far end, which is that of the second channel too, connected the other two. */
  record AttendedTransferred(Channel channel, Channel second, Channel transferee, Channel target)
      implements CallEvent {}

  /** A channel is gone; its last event. */
  record Ended(Channel channel, HangupCause cause) implements CallEvent {}
}
