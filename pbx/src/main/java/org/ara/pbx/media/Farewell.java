package org.ara.pbx.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Supplier;
import org.ara.pbx.Channel;
import org.ara.pbx.Deadline;
import org.ara.pbx.HangupCause;
import org.ara.pbx.HungUpException;

/** How a caller is told that nothing comes of the call: by a tone if it hears us, else by cause. */
public enum Farewell {
  BUSY(HangupCause.USER_BUSY, Tone::busy),
  CONGESTION(HangupCause.CONGESTION, Tone::congestion);

  private static final Duration USUAL = Duration.ofSeconds(10);

  private final HangupCause cause;
  private final Supplier<Tone> tone;

  Farewell(HangupCause cause, Supplier<Tone> tone) {
    this.cause = cause;
    this.tone = tone;
  }

  /** Plays for the ten seconds of a call that fell through. */
  public void play(Channel channel) throws HungUpException {
    play(channel, Deadline.in(USUAL));
  }

  /**
   * Plays the tone until the deadline. A far end that does not hear us is to be hung up at once,
   * with the cause that makes its phone play the tone itself.
   */
  public void play(Channel channel, Deadline end) throws HungUpException {
    if (!channel.isUp()) {
      channel.blame(cause);
    }
    if (!channel.hears()) {
      return;
    }
    try {
      new Player(channel).play(tone.get(), end, signal -> false);
    } catch (IOException e) {
      throw new UncheckedIOException("a tone needs no file", e);
    }
  }
}
