package org.ara.pbx;

/** What a channel's virtual thread does from its place in the dialplan to its end. */
@FunctionalInterface
public interface ChannelRoutine {

  /**
   * Runs until the channel is over; the channel has a location.
   *
   * @param watch is told of every step
   */
  void run(Channel channel, CallListener watch);
}
