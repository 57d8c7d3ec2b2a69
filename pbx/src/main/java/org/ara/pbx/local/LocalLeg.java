package org.ara.pbx.local;

import java.util.concurrent.atomic.AtomicBoolean;
import org.ara.pbx.Channel;
import org.ara.pbx.HangupCause;
import org.ara.pbx.Leg;
import org.ara.pbx.Signal;
import org.ara.pbx.media.Frame;
import org.ara.pbx.media.MediaPort;
import org.jspecify.annotations.Nullable;

/**
 * One of the two legs of a call into the dialplan: what is asked of it is what the other one's far
 * end does.
 */
final class LocalLeg implements Leg {

  private final LocalPort port = new LocalPort(this);
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile @Nullable Channel channel;
  private volatile @Nullable LocalLeg other;
  private volatile Runnable start = () -> {};

  /** Becomes the leg of that channel. */
  Leg of(Channel own) {
    channel = own;
    return this;
  }

  /**
   * Ties it to the other one.
   *
   * @param whenCalled begins the call
   */
  void connect(LocalLeg peer, Runnable whenCalled) {
    other = peer;
    start = whenCalled;
  }

  private void tellOther(Signal signal) {
    LocalLeg peer = other;
    if (peer != null) {
      peer.signal(signal);
    }
  }

  private void signal(Signal signal) {
    Channel own = channel;
    if (own != null && !over.get()) {
      own.signal(signal);
    }
  }

  @Override
  public boolean isFromOutside() {
    return false;
  }

  @Override
  public void call() {
    start.run();
  }

  @Override
  public void ringing() {
    tellOther(new Signal.Ringing());
  }

  @Override
  public void proceeding() {
    tellOther(new Signal.Proceeding());
  }

  @Override
  public void progress() {
    tellOther(new Signal.Progress());
  }

  @Override
  public void answer() {
    tellOther(new Signal.Answered());
  }

  @Override
  public void hold() {
    tellOther(new Signal.Held());
  }

  @Override
  public void resume() {
    tellOther(new Signal.Resumed());
  }

  @Override
  public void hangup(HangupCause cause) {
    end(cause);
    LocalLeg peer = other;
    if (peer != null) {
      peer.end(cause);
    }
  }

  private void end(HangupCause cause) {
    Channel own = channel;
    if (own != null && over.compareAndSet(false, true)) {
      own.signal(new Signal.HungUp(cause));
    }
  }

  /** Lets the other one's far end hear something. */
  void passOn(Frame frame) {
    LocalLeg peer = other;
    if (peer != null && !peer.over.get()) {
      peer.port.arrived(frame);
    }
  }

  /** A key arrived. */
  void pressed(char key) {
    signal(new Signal.Digit(key));
  }

  @Override
  public MediaPort media() {
    return port;
  }
}
