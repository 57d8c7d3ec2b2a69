package org.ara.pbx.media;

import java.io.IOException;
import java.time.Duration;
import org.ara.pbx.Deadline;

/**
 * Sends a source to a port, one frame each time it is asked to. Each frame's time is counted from
 * the first one's, so that a late frame does not delay those after it.
 */
public final class Pump {

  private static final Duration FRAME = Duration.ofMillis(20);

  private final MediaPort port;
  private final AudioSource source;
  private Deadline due = Deadline.in(Duration.ZERO);
  private int timestamp;

  public Pump(MediaPort port, AudioSource source) {
    this.port = port;
    this.source = source;
  }

  /** When the next frame is to be sent. */
  public Deadline due() {
    return due;
  }

  /** Sends the next frame; false if there is none left. */
  public boolean send() throws IOException {
    Codec agreed = port.codec();
    Codec codec = agreed == null ? Codec.ULAW : agreed;
    byte[] payload = source.next(codec);
    if (payload == null) {
      return false;
    }
    port.send(new Frame.Audio(codec, payload, timestamp, timestamp == 0));
    timestamp += payload.length;
    due = due.plus(FRAME);
    return true;
  }
}
