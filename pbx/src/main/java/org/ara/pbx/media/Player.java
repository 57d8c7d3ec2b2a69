package org.ara.pbx.media;

import java.io.IOException;
import java.util.function.Predicate;
import org.ara.pbx.Channel;
import org.ara.pbx.Deadline;
import org.ara.pbx.HungUpException;
import org.ara.pbx.Signal;
import org.jspecify.annotations.Nullable;

/** Plays audio to a channel, a frame each 20 ms, listening to what its far end does meanwhile. */
public final class Player {

  private final Channel channel;

  public Player(Channel channel) {
    this.channel = channel;
  }

  /**
   * Plays until the source ends, the deadline passes or the far end does something that matters.
   *
   * @param stop which signals end it
   * @return the signal that ended it, null if none did
   * @throws IOException if the source cannot be read further
   */
  public @Nullable Signal play(AudioSource source, Deadline end, Predicate<Signal> stop)
      throws IOException, HungUpException {
    Pump pump = new Pump(channel.leg().media(), source);
    while (!end.isOver() && pump.send()) {
      Signal signal = pause(pump.due(), stop);
      if (signal != null) {
        return signal;
      }
    }
    return null;
  }

  private @Nullable Signal pause(Deadline next, Predicate<Signal> stop) throws HungUpException {
    Signal signal = channel.await(next);
    while (signal != null && !stop.test(signal)) {
      signal = channel.await(next);
    }
    return signal;
  }
}
