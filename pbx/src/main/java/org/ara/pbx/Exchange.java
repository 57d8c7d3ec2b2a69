package org.ara.pbx;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.ara.pbx.dialplan.MatchMode;
import org.ara.realtime.Lookup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The core: makes channels, lists them, and gives each that runs a virtual thread. */
public final class Exchange implements Pbx {

  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

  private final ChannelNames names;
  private final ChannelList list = new ChannelList();
  private final Drivers drivers = new Drivers();
  private final List<CallListener> listeners = new CopyOnWriteArrayList<>();
  private final LongAdder callsStarted = new LongAdder();
  private final Admission admission;
  private final String language;
  private final Routes routes;
  private final ChannelRoutine routine;

  /**
   * @param systemName goes in front of unique ids; may be empty
   * @param routes the dialplan
   * @param routine what a running channel does
   */
  public Exchange(String systemName, InstantSource clock, Routes routes, ChannelRoutine routine) {
    this(systemName, clock, routes, routine, Admission.unlimited(), "en");
  }

  /**
   * @param systemName goes in front of unique ids; may be empty
   * @param routes the dialplan
   * @param routine what a running channel does
   * @param admission the door for new calls
   * @param language that of channels that nobody gives another
   */
  public Exchange(
      String systemName,
      InstantSource clock,
      Routes routes,
      ChannelRoutine routine,
      Admission admission,
      String language) {
    this.names = new ChannelNames(systemName, clock);
    this.routes = routes;
    this.routine = routine;
    this.admission = admission;
    this.language = language;
  }

  @Override
  public Admission admission() {
    return admission;
  }

  @Override
  public void register(ChannelDriver driver) {
    drivers.add(driver);
  }

  @Override
  public void unregister(ChannelDriver driver) {
    drivers.remove(driver);
  }

  @Override
  public Optional<ChannelDriver> driver(String technology) {
    return drivers.named(technology);
  }

  @Override
  public Channel open(String technologyAndPeer, CallerId callerId, LegFactory legOf) {
    Instant now = names.now();
    Channel channel =
        new Channel(
            names.name(technologyAndPeer),
            names.uniqueId(now),
            now,
            callerId,
            this::happened,
            legOf);
    channel.speak(language);
    list.add(channel);
    publish(new CallEvent.Created(channel));
    if (channel.isGone()) {
      legGone(channel); // hung up before it was listed
    }
    return channel;
  }

  @Override
  public Lookup<NumberMatch> match(String context, String extension, String callerNumber) {
    Location first = new Location(context, extension.isEmpty() ? "s" : extension, 1);
    Lookup<NumberMatch> complete =
        routes.find(first, callerNumber, MatchMode.MATCH, null).map(step -> NumberMatch.COMPLETE);
    return complete instanceof Lookup.Absent<NumberMatch>
        ? routes
            .find(first, callerNumber, MatchMode.MATCH_MORE, null)
            .map(step -> NumberMatch.COULD_MATCH)
        : complete;
  }

  @Override
  public void run(Channel channel, String context, String extension) {
    run(channel, new Location(context, extension.isEmpty() ? "s" : extension, 1));
  }

  @Override
  public void run(Channel channel, Location from) {
    channel.move(from);
    run(channel, it -> routine.run(it, this::publish));
  }

  @Override
  public void run(Channel channel, Consumer<Channel> work) {
    if (!list.hold(channel)) {
      return;
    }
    boolean anew = channel.state() == ChannelState.DOWN && channel.leg().isFromOutside();
    if (!admission.begin(anew)) {
      channel.hangUp(HangupCause.CONGESTION);
      release(channel);
      return;
    }
    callsStarted.increment();
    if (channel.state() == ChannelState.DOWN) {
      channel.become(ChannelState.RING);
    }
    Thread unused =
        Thread.ofVirtual().name(channel.name()).start(() -> runAndRelease(channel, work));
  }

  private void runAndRelease(Channel channel, Consumer<Channel> work) {
    try {
      work.accept(channel);
      goOnElsewhere(channel);
    } catch (RuntimeException e) {
      LOG.error("{}: the dialplan ended with an error of the program", channel, e);
    } finally {
      channel.hangUp(HangupCause.NORMAL_CLEARING);
      admission.end();
      release(channel);
    }
  }

  /** Has a channel that did something alone run the dialplan where somebody sent it meanwhile. */
  private void goOnElsewhere(Channel channel) {
    if (!channel.isOver()) {
      channel.takeDiversion().ifPresent(work -> work.accept(channel));
    }
    Optional<Location> to = channel.isOver() ? Optional.empty() : channel.takeRedirection();
    if (to.isPresent()) {
      channel.move(to.get());
      routine.run(channel, this::publish);
    }
  }

  private void release(Channel channel) {
    if (list.release(channel)) {
      ended(channel);
    }
  }

  @Override
  public void watch(CallListener listener) {
    listeners.add(listener);
  }

  @Override
  public void unwatch(CallListener listener) {
    listeners.remove(listener);
  }

  @Override
  public void publish(CallEvent event) {
    for (CallListener listener : listeners) {
      try {
        listener.happened(event);
      } catch (RuntimeException e) {
        LOG.error("a listener failed on {}", event, e);
      }
    }
  }

  @Override
  public Collection<Channel> channels() {
    return list.all();
  }

  @Override
  public Optional<Channel> channel(String name) {
    return list.named(name);
  }

  @Override
  public long callsStarted() {
    return callsStarted.sum();
  }

  private void happened(CallEvent event) {
    if (event instanceof CallEvent.Ended(Channel channel, HangupCause ignored)) {
      legGone(channel);
    } else {
      publish(event);
    }
  }

  private void legGone(Channel channel) {
    if (list.releaseLeg(channel)) {
      ended(channel);
    }
  }

  private void ended(Channel channel) {
    publish(new CallEvent.Ended(channel, channel.hangupCause()));
  }
}
