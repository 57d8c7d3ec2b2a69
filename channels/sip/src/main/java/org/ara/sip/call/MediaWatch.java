package org.ara.sip.call;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.ara.sip.peer.CallPolicy;
import org.ara.sip.transaction.Timers;

/**
 * Ends a call whose far end has sent no media for too long, and keeps the way open for it where
 * this server sends none ({@code rtptimeout}, {@code rtpholdtimeout}, {@code rtpkeepalive}).
 */
final class MediaWatch {

  private final CallPolicy policy;
  private final LegMedia media;
  private final SessionKeeper.Later later;
  private final Runnable silent;
  private final long begun = System.nanoTime();
  private Timers.Timer next = Timers.Timer.NONE;
  private boolean stopped;

  /**
   * @param silent ends the call
   */
  MediaWatch(CallPolicy policy, LegMedia media, SessionKeeper.Later later, Runnable silent) {
    this.policy = policy;
    this.media = media;
    this.later = later;
    this.silent = silent;
  }

  /** Begins to look, where there is anything to look for. */
  synchronized void start() {
    if (!stopped && policy.silence() + policy.heldSilence() + policy.keepAlive() > 0) {
      next = later.run(Duration.ofSeconds(1), this::look);
    }
  }

  synchronized void stop() {
    stopped = true;
    next.cancel();
  }

  private void look() {
    int most = media.held() ? policy.heldSilence() : policy.silence();
    if (most > 0 && secondsSince(media.session().heardAt()) >= most) {
      silent.run();
      return;
    }
    if (policy.keepAlive() > 0 && secondsSince(media.session().sentAt()) >= policy.keepAlive()) {
      media.session().keepAlive();
    }
    start();
  }

  private long secondsSince(long nanos) {
    long latest = nanos - begun > 0 ? nanos : begun;
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - latest);
  }
}
