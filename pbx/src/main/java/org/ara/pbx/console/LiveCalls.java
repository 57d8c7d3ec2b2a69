package org.ara.pbx.console;

import org.ara.module.log.VerboseLog;
import org.ara.pbx.CallEvent;
import org.ara.pbx.CallListener;
import org.ara.pbx.Channel;
import org.ara.pbx.ChannelState;
import org.ara.pbx.HangupCause;
import org.ara.pbx.Location;
import org.ara.pbx.Running;
import org.jspecify.annotations.Nullable;

/** Tells operators who watch what happens in calls; costs a comparison while nobody does. */
public final class LiveCalls implements CallListener {

  private static final VerboseLog LIVE = new VerboseLog(LiveCalls.class);

  /** Of ends. */
  private static final int RARE = 2;

  /** Of steps and states. */
  private static final int USUAL = 3;

  @Override
  public void happened(CallEvent event) {
    if (!LIVE.isWatched(RARE)) {
      return;
    }
    switch (event) {
      case CallEvent.StateChanged(Channel channel, ChannelState state) -> state(channel, state);
      case CallEvent.StepStarted(Channel channel, Location location, Running running) ->
          step(channel, location, running);
      case CallEvent.DialBegun(Channel caller, Channel channel, String destination) ->
          LIVE.tell(USUAL, "Called {}/{}", channel.technology(), ShownArguments.of(destination));
      case CallEvent.DialEnded(Channel caller, Channel channel, String status) ->
          dialled(caller, channel, status);
      case CallEvent.BridgeEntered(Channel channel, String bridge) ->
          LIVE.tell(USUAL, "Channel {} joined bridge {}", channel, bridge);
      case CallEvent.BridgeLeft(Channel channel, String bridge) ->
          LIVE.tell(USUAL, "Channel {} left bridge {}", channel, bridge);
      case CallEvent.Ended(Channel channel, HangupCause cause) ->
          LIVE.tell(RARE, "{} hung up: {}", channel, cause.text());
      case CallEvent.BlindlyTransferred(Channel channel, Channel transferee, Location to) ->
          LIVE.tell(USUAL, "{} transferred {} to {}", channel, transferee, to);
      case CallEvent.AttendedTransferred transfer ->
          LIVE.tell(
              USUAL,
              "{} connected {} and {}",
              transfer.channel(),
              transfer.transferee(),
              transfer.target());
      case CallEvent.Created ignored -> {}
      case CallEvent.VariableSet ignored -> {}
      case CallEvent.DialProgressed ignored -> {}
      case CallEvent.Held ignored -> {}
      case CallEvent.Resumed ignored -> {}
      case CallEvent.Identified ignored -> {}
    }
  }

  private static void state(Channel channel, ChannelState state) {
    switch (state) {
      case RINGING -> LIVE.tell(USUAL, "{} is ringing", channel);
      case UP -> LIVE.tell(USUAL, "{} answered", channel);
      case DOWN, RESERVED, OFF_HOOK, DIALING, RING, BUSY -> {}
    }
  }

  private static void step(Channel channel, Location location, Running running) {
    if (LIVE.isWatched(USUAL)) {
      LIVE.tell(
          USUAL,
          "Executing [{}] {}(\"{}\", \"{}\")",
          location,
          running.application(),
          channel,
          ShownArguments.of(running.data()));
    }
  }

  private static void dialled(@Nullable Channel caller, Channel callee, String status) {
    if (!status.equals("ANSWER")) {
      LIVE.tell(USUAL, "{} did not answer: {}", callee, status);
    } else if (caller != null) {
      LIVE.tell(USUAL, "{} answered {}", callee, caller);
    }
  }
}
