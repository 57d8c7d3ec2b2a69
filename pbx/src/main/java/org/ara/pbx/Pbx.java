package org.ara.pbx;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import org.ara.realtime.Lookup;

/** The core as channel drivers and application modules see it. Published as a service. */
public interface Pbx {

  /** Makes a technology available to Dial; one of the same name is replaced. */
  void register(ChannelDriver driver);

  /** Takes it away again; its channels stay until they end. */
  void unregister(ChannelDriver driver);

  /** The technology of that name, case ignored. */
  Optional<ChannelDriver> driver(String technology);

  /**
   * Makes a channel around a driver's leg and lists it. The driver must deliver {@link
   * Signal.HungUp} in the end, which takes it off the list once its dialplan has ended too.
   *
   * @param technologyAndPeer the name without its serial number: {@code SIP/100}
   * @param legOf makes the leg, given the channel it belongs to
   */
  Channel open(String technologyAndPeer, CallerId callerId, LegFactory legOf);

  /** Makes the leg of a channel that is being opened. */
  @FunctionalInterface
  interface LegFactory {
    Leg create(Channel channel);
  }

  /** The door for new calls: drivers ask there before they look a number up. */
  Admission admission();

  /**
   * What the dialplan has for a number, before a channel is made.
   *
   * @param callerNumber the caller's number for {@code exten/cid} entries; may be empty
   * @return found with what the number amounts to; absent if nothing matches or could; unavailable
   *     if a switch could not ask its database
   */
  Lookup<NumberMatch> match(String context, String extension, String callerNumber);

  /** How a dialled number stands to the dialplan. */
  enum NumberMatch {
    /** It can be called as it is. */
    COMPLETE,
    /** Not yet, but with more digits it could (484 Address Incomplete). */
    COULD_MATCH
  }

  /**
   * Runs an incoming channel through the dialplan on a virtual thread of its own, from priority 1
   * of the extension; an empty extension is {@code s}. A channel that was not answered and that the
   * {@link #admission} has no room for is hung up with {@link HangupCause#CONGESTION} instead.
   */
  void run(Channel channel, String context, String extension);

  /** Runs a channel through the dialplan from that place, on a virtual thread of its own. */
  void run(Channel channel, Location from);

  /** Has a channel do that alone on a virtual thread of its own, then hangs it up. */
  void run(Channel channel, Consumer<Channel> work);

  /** Tells a listener of everything that happens to channels from now on. */
  void watch(CallListener listener);

  /** Stops telling it. */
  void unwatch(CallListener listener);

  /** Tells the listeners of something. */
  void publish(CallEvent event);

  /** How many channels were run through the dialplan since the start. */
  long callsStarted();

  /** The channels that exist, oldest first. */
  Collection<Channel> channels();

  /** The channel of that name. */
  Optional<Channel> channel(String name);
}
