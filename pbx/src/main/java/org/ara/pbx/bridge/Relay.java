package org.ara.pbx.bridge;

import org.ara.pbx.media.Codec;
import org.ara.pbx.media.Frame;
import org.ara.pbx.media.MediaPort;
import org.ara.pbx.media.Transcoder;

/**
 * Hands the frames of one leg to another on the thread that brought them, transcoding where the
 * legs agreed on different encodings.
 */
public final class Relay implements MediaPort.Receiver {

  private final MediaPort to;

  /** Whether no audio has passed yet; a second frame marked by a race does no harm. */
  private boolean first = true;

  private Relay(MediaPort to) {
    this.to = to;
  }

  /** Lets both hear each other. */
  public static void connect(MediaPort one, MediaPort other) {
    one.receiver(new Relay(other));
    other.receiver(new Relay(one));
  }

  /** Lets neither hear anything more. */
  public static void disconnect(MediaPort one, MediaPort other) {
    one.receiver(null);
    other.receiver(null);
  }

  @Override
  public MediaPort handsTo() {
    return to;
  }

  @Override
  public void accept(Frame frame) {
    switch (frame) {
      case Frame.Audio audio -> to.send(marked(encoded(audio)));
      case Frame.TelephoneEvent event -> to.send(event);
    }
  }

  private Frame.Audio encoded(Frame.Audio audio) {
    Codec codec = to.codec();
    return codec == null ? audio : Transcoder.to(codec, audio);
  }

  /** The first frame begins a talk spurt for the phone that hears it, whatever it did before. */
  private Frame.Audio marked(Frame.Audio audio) {
    if (!first) {
      return audio;
    }
    first = false;
    return audio.marker()
        ? audio
        : new Frame.Audio(audio.codec(), audio.payload(), audio.timestamp(), true);
  }
}
