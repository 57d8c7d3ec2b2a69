package org.ara.pbx;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.ara.pbx.dialplan.CallMemory;
import org.jspecify.annotations.Nullable;

/**
 * One end of a call inside the server: a phone's leg, its place in the dialplan and its variables.
 *
 * <p>The dialplan side of a channel belongs to the one virtual thread that runs it; {@link #signal}
 * may be called from any thread and never blocks. What is shown in lists may be read by anybody.
 */
public final class Channel {

  private final String name;
  private final String uniqueId;
  private final Instant created;
  private final CallListener watch;
  private final Variables variables = new Variables(this::told);
  private final ChannelFacts facts = new ChannelFacts();
  private final CallMemory memory = new CallMemory();
  private final Inbox ownInbox = new Inbox();
  private final Object signalling = new Object();

  private Inbox inbox = ownInbox;
  private volatile ChannelState state = ChannelState.DOWN;
  private volatile CallerId callerId;
  private volatile @Nullable Location location;
  private final AtomicReference<@Nullable Location> redirection = new AtomicReference<>();
  private final AtomicReference<@Nullable Consumer<Channel>> diversion = new AtomicReference<>();
  private volatile @Nullable Running running;
  private volatile @Nullable String bridge;
  private volatile String language = "en";
  private volatile String linkedId;
  private volatile HangupCause hangupCause = HangupCause.NOT_DEFINED;
  private volatile boolean gone;
  private volatile boolean ending;
  private volatile boolean hungUpByUs;
  private volatile boolean earlyMedia;
  private final Leg leg;

  Channel(
      String name,
      String uniqueId,
      Instant created,
      CallerId callerId,
      CallListener watch,
      Pbx.LegFactory legOf) {
    this.name = Objects.requireNonNull(name, "name");
    this.uniqueId = Objects.requireNonNull(uniqueId, "uniqueId");
    this.linkedId = uniqueId;
    this.created = Objects.requireNonNull(created, "created");
    this.callerId = Objects.requireNonNull(callerId, "callerId");
    this.watch = Objects.requireNonNull(watch, "watch");
    this.leg = Objects.requireNonNull(legOf.create(this), "leg");
  }

  /** {@code SIP/100-00000000}. */
  public String name() {
    return name;
  }

  /** The name without its serial number: {@code SIP/100}. */
  public String peerName() {
    return name.substring(0, name.lastIndexOf('-'));
  }

  /** The word before the slash: {@code SIP}. */
  public String technology() {
    return name.substring(0, name.indexOf('/'));
  }

  /** Unique over servers and restarts: {@code system-seconds.number}. */
  public String uniqueId() {
    return uniqueId;
  }

  /** The unique id of the channel that began the call which this one is part of. */
  public String linkedId() {
    return linkedId;
  }

  /** It is part of the call that another channel is part of. */
  public void link(Channel other) {
    linkedId = other.linkedId();
  }

  /** When it was made. */
  public Instant created() {
    return created;
  }

  /** The driver's side. */
  public Leg leg() {
    return leg;
  }

  public Variables variables() {
    return variables;
  }

  /** What it was told about extensions kept elsewhere. */
  public CallMemory memory() {
    return memory;
  }

  public ChannelState state() {
    return state;
  }

  /** Whether media flows in both directions: the call is answered and not over. */
  public boolean isUp() {
    return state == ChannelState.UP && !gone;
  }

  /** Who is at the far end. */
  public CallerId callerId() {
    return callerId;
  }

  /** The far end is now known under another name. */
  public void identify(CallerId known) {
    boolean news = !known.equals(callerId);
    callerId = known;
    if (news) {
      watch.happened(new CallEvent.Identified(this));
    }
  }

  /** Where in the dialplan it is; empty for a channel that does not run one. */
  public Optional<Location> location() {
    return Optional.ofNullable(location);
  }

  /** Notes where the dialplan is. */
  public void move(Location to) {
    location = to;
  }

  /**
   * Has it go on at another place of the dialplan, out of whatever it is in.
   *
   * @return false if it is over, or neither runs the dialplan nor talks to somebody
   */
  public boolean redirect(Location to) {
    if (!isRedirectable()) {
      return false;
    }
    redirection.set(to);
    signal(new Signal.Redirected());
    return true;
  }

  /**
   * Has two channels go on at places of their own; if they talk to each other, the end of that does
   * not end either.
   *
   * @return false, and nothing has happened, if that cannot be asked of both
   */
  public static boolean redirect(Channel one, Location to, Channel other, Location otherTo) {
    if (one == other || !one.isRedirectable() || !other.isRedirectable()) {
      return false;
    }
    one.redirection.set(to);
    other.redirection.set(otherTo);
    one.signal(new Signal.Redirected());
    other.signal(new Signal.Redirected());
    return true;
  }

  /**
   * Has it do something else, out of whatever it is in, and end then.
   *
   * @param work runs on a thread of the channel
   * @return false if it is over, or neither runs the dialplan nor talks to somebody
   */
  public boolean divert(Consumer<Channel> work) {
    if (!isRedirectable()) {
      return false;
    }
    diversion.set(work);
    signal(new Signal.Redirected());
    return true;
  }

  /** What it is to do instead, told once. */
  public Optional<Consumer<Channel>> takeDiversion() {
    return Optional.ofNullable(diversion.getAndSet(null));
  }

  private boolean isRedirectable() {
    return !isOver() && !hungUpByUs && (location != null || bridge != null);
  }

  /** Whether it is to go on elsewhere and has not yet. */
  public boolean isRedirected() {
    return redirection.get() != null || diversion.get() != null;
  }

  /** Where it is to go on, told once. */
  public Optional<Location> takeRedirection() {
    return Optional.ofNullable(redirection.getAndSet(null));
  }

  /** The application it is in. */
  public Optional<Running> running() {
    return Optional.ofNullable(running);
  }

  /** Shows another application in lists. */
  public void show(Running now) {
    running = Objects.requireNonNull(now, "now");
  }

  /** What its account says of it: account code, groups and the like. */
  public ChannelFacts facts() {
    return facts;
  }

  /** The language of the far end's sounds. */
  public String language() {
    return language;
  }

  /** Has sounds played in another language. */
  public void speak(String newLanguage) {
    language = Objects.requireNonNull(newLanguage, "newLanguage");
  }

  /** The id of the bridge it is in. */
  public Optional<String> bridge() {
    return Optional.ofNullable(bridge);
  }

  /** It entered a bridge, or left it with null. */
  public void enter(@Nullable String bridgeId) {
    bridge = bridgeId;
  }

  /** Why it ended or will end; {@link HangupCause#NOT_DEFINED} before anybody knows. */
  public HangupCause hangupCause() {
    return hangupCause;
  }

  /** Notes why it will end, should nothing better become known. */
  public void blame(HangupCause cause) {
    hangupCause = Objects.requireNonNull(cause, "cause");
  }

  /** Whether the far end is gone; nothing can be asked of the leg any more. */
  public boolean isGone() {
    return gone;
  }

  /** Whether it is over for the dialplan: the far end is gone or about to be hung up. */
  public boolean isOver() {
    return gone || ending;
  }

  /** Marks the end of the dialplan: whatever would wait for the far end no longer does. */
  public void finish() {
    ending = true;
  }

  /** Answers the far end if it waits for that. */
  public void answer() {
    if (state == ChannelState.UP || isOver()) {
      return;
    }
    leg.answer();
    become(ChannelState.UP);
  }

  /** Tells a far end that waits for an answer that the callee rings. */
  public void ringing() {
    if (awaitsAnswer()) {
      leg.ringing();
    }
  }

  /** Tells a far end that waits for an answer that the call is being worked on. */
  public void proceeding() {
    if (awaitsAnswer()) {
      leg.proceeding();
    }
  }

  /** Opens early media towards a far end that waits for an answer. */
  public void progress() {
    if (awaitsAnswer()) {
      earlyMedia = true;
      leg.progress();
    }
  }

  /** Whether the far end hears us: answered, or early media open. */
  public boolean hears() {
    return !isOver() && (earlyMedia || state == ChannelState.UP);
  }

  private boolean awaitsAnswer() {
    return state != ChannelState.UP && !isOver();
  }

  /**
   * Ends the call from our side; the driver confirms with {@link Signal.HungUp}.
   *
   * @param cause why, where nothing better was noted with {@link #blame} before
   */
  public void hangUp(HangupCause cause) {
    synchronized (signalling) {
      if (gone || hungUpByUs) {
        return;
      }
      hungUpByUs = true;
      if (hangupCause == HangupCause.NOT_DEFINED) {
        hangupCause = cause;
      }
    }
    leg.hangup(hangupCause);
  }

  /** Takes in what the far end did; called by the driver, in the order in which it happened. */
  public void signal(Signal signal) {
    ChannelState after;
    synchronized (signalling) {
      if (gone || (signal instanceof Signal.Answered && state == ChannelState.UP)) {
        return;
      }
      after = stateAfter(signal);
      if (signal instanceof Signal.HungUp(HangupCause cause)) {
        gone = true;
        if (!hungUpByUs) {
          hangupCause = cause;
        }
      }
    }
    become(after);
    synchronized (signalling) {
      inbox.put(new Inbox.Delivery(this, signal));
    }
    if (signal instanceof Signal.Held) {
      watch.happened(new CallEvent.Held(this));
    } else if (signal instanceof Signal.Resumed) {
      watch.happened(new CallEvent.Resumed(this));
    }
    if (signal instanceof Signal.HungUp) {
      watch.happened(new CallEvent.Ended(this, hangupCause));
    }
  }

  /** Has this channel's signals, those that wait too, go to another thread's inbox. */
  public void deliverTo(Inbox other) {
    synchronized (signalling) {
      if (inbox != other) {
        inbox.moveTo(other, this);
        inbox = other;
      }
    }
  }

  /** Has this channel's signals come to its own inbox again. */
  public void deliverHome() {
    deliverTo(ownInbox);
  }

  /**
   * Waits for the next thing the far end does.
   *
   * @return null if the deadline passes first
   * @throws HungUpException if the far end is gone, or the channel ends or goes on elsewhere
   */
  public @Nullable Signal await(Deadline deadline) throws HungUpException {
    if (isOver()) {
      throw new HungUpException(this);
    }
    try {
      Inbox.Delivery delivery = ownInbox.await(deadline);
      while (delivery != null && delivery.signal() instanceof Signal.Redirected) {
        if (isRedirected()) {
          throw new HungUpException(this);
        }
        delivery = ownInbox.await(deadline);
      }
      if (delivery == null) {
        return null;
      }
      if (delivery.signal() instanceof Signal.HungUp) {
        throw new HungUpException(this);
      }
      return delivery.signal();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HungUpException(this);
    }
  }

  private void told(String variable, String value) {
    watch.happened(new CallEvent.VariableSet(this, variable, value));
  }

  void become(ChannelState next) {
    if (state != next) {
      state = next;
      watch.happened(new CallEvent.StateChanged(this, next));
    }
  }

  private ChannelState stateAfter(Signal signal) {
    return switch (signal) {
      case Signal.Ringing ignored when state != ChannelState.UP -> ChannelState.RINGING;
      case Signal.Answered ignored -> ChannelState.UP;
      case Signal.HungUp(HangupCause cause) when cause == HangupCause.USER_BUSY ->
          ChannelState.BUSY;
      case Signal.Proceeding ignored -> state;
      case Signal.Ringing ignored -> state;
      case Signal.Progress ignored -> state;
      case Signal.Held ignored -> state;
      case Signal.Resumed ignored -> state;
      case Signal.Redirected ignored -> state;
      case Signal.Digit ignored -> state;
      case Signal.Forwarded ignored -> state;
      case Signal.HungUp ignored -> state;
    };
  }

  @Override
  public String toString() {
    return name;
  }
}
