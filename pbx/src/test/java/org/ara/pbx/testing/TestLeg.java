package org.ara.pbx.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.ara.pbx.Channel;
import org.ara.pbx.HangupCause;
import org.ara.pbx.Leg;
import org.ara.pbx.Signal;
import org.ara.pbx.media.Codec;
import org.ara.pbx.media.Frame;
import org.ara.pbx.media.MediaPort;
import org.jspecify.annotations.Nullable;

/** A phone in memory: the core's leg on one side, a person's fingers and ears on the other. */
public final class TestLeg implements Leg, MediaPort {

  private final Channel channel;
  private final Codec codec;
  private final Runnable whenCalled;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Queue<Frame> heard = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile @Nullable Receiver receiver;

  TestLeg(Channel channel, Codec codec, Consumer<TestLeg> whenCalled) {
    this.channel = channel;
    this.codec = codec;
    this.whenCalled = () -> whenCalled.accept(this);
  }

  // What the core asks of the phone.

  @Override
  public void call() {
    asked.add("call");
    Thread unused = Thread.ofVirtual().start(whenCalled);
  }

  @Override
  public void ringing() {
    asked.add("ringing");
  }

  @Override
  public void proceeding() {
    asked.add("proceeding");
  }

  @Override
  public void progress() {
    asked.add("progress");
  }

  @Override
  public void answer() {
    asked.add("answer");
    channel.signal(new Signal.Answered());
  }

  @Override
  public void hold() {
    asked.add("hold");
  }

  @Override
  public void resume() {
    asked.add("resume");
  }

  @Override
  public void hangup(HangupCause cause) {
    if (over.compareAndSet(false, true)) {
      asked.add("hangup " + cause);
      channel.signal(new Signal.HungUp(cause));
    }
  }

  @Override
  public MediaPort media() {
    return this;
  }

  @Override
  public Codec codec() {
    return codec;
  }

  @Override
  public void send(Frame frame) {
    heard.add(frame);
  }

  @Override
  public void receiver(@Nullable Receiver next) {
    receiver = next;
  }

  // What the person at the phone does.

  public void rings() {
    channel.signal(new Signal.Ringing());
  }

  public void opensEarlyMedia() {
    channel.signal(new Signal.Progress());
  }

  public void picksUp() {
    channel.signal(new Signal.Answered());
  }

  public void presses(char digit) {
    channel.signal(new Signal.Digit(digit));
  }

  public void signals(Signal signal) {
    channel.signal(signal);
  }

  /** Hangs up, or refuses. */
  public void hangsUp(HangupCause cause) {
    if (over.compareAndSet(false, true)) {
      channel.signal(new Signal.HungUp(cause));
    }
  }

  public void says(Frame frame) {
    Receiver current = receiver;
    if (current != null) {
      current.accept(frame);
    }
  }

  /** Twenty milliseconds of one code. */
  public Frame.Audio audio(int code) {
    byte[] payload = new byte[160];
    Arrays.fill(payload, (byte) code);
    return new Frame.Audio(codec, payload, 160, false);
  }

  // What can be seen.

  public Channel channel() {
    return channel;
  }

  /** What the core asked, in order: {@code ringing}, {@code answer}, {@code hangup USER_BUSY}. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  public List<Frame> heard() {
    return List.copyOf(heard);
  }

  public boolean isListenedTo() {
    return receiver != null;
  }

  public boolean isOver() {
    return over.get();
  }

  public TestLeg untilAsked(String what) {
    Until.isTrue(channel + " asked to " + what, () -> asked.contains(what));
    return this;
  }

  public TestLeg untilUp() {
    Until.isTrue(channel + " up", channel::isUp);
    return this;
  }

  public TestLeg untilListenedTo() {
    Until.isTrue(channel + " listened to", this::isListenedTo);
    return this;
  }
}
