package org.ara.pbx.dial;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.ara.pbx.Channel;
import org.ara.pbx.Deadline;
import org.ara.pbx.bridge.Relay;
import org.ara.pbx.media.Pump;
import org.ara.pbx.media.Tone;
import org.jspecify.annotations.Nullable;

/**
 * What the caller hears and is told before anybody answers: ringing, early media of a single
 * callee, or a ringing tone where it was answered already.
 */
final class Comfort {

  private final Channel caller;
  private final boolean alone;
  private final boolean fake;
  private boolean rang;
  private @Nullable Pump tone;
  private @Nullable Channel heard;

  /**
   * @param alone whether one phone only is called, so that its early media can be passed on
   * @param fake whether to let it ring at once and pass no early media
   */
  Comfort(Channel caller, boolean alone, boolean fake) {
    this.caller = caller;
    this.alone = alone;
    this.fake = fake;
  }

  void begin() {
    if (fake) {
      ringing();
    }
  }

  void proceeding() {
    if (!rang) {
      caller.proceeding();
    }
  }

  void ringing() {
    if (rang || heard != null) {
      return;
    }
    rang = true;
    caller.ringing();
    if (caller.hears()) {
      tone = new Pump(caller.leg().media(), Tone.ringing());
    }
  }

  void progress(Channel callee) {
    if (alone && !fake && heard == null) {
      heard = callee;
      tone = null;
      caller.progress();
      Relay.connect(caller.leg().media(), callee.leg().media());
    }
  }

  /** When {@link #play} is to be called next. */
  Deadline due() {
    return tone == null ? Deadline.NEVER : tone.due();
  }

  void play() {
    if (tone != null && tone.due().isOver()) {
      try {
        boolean unused = tone.send();
      } catch (IOException e) {
        throw new UncheckedIOException("a tone needs no file", e);
      }
    }
  }

  void end() {
    if (heard != null) {
      Relay.disconnect(caller.leg().media(), heard.leg().media());
    }
  }
}
