package org.ara.pbx.local;

import org.ara.pbx.media.Codec;
import org.ara.pbx.media.Frame;
import org.ara.pbx.media.MediaPort;
import org.jspecify.annotations.Nullable;

/** The media of one of two legs back to back: what is sent to it comes out of the other. */
final class LocalPort implements MediaPort {

  private static final String KEYS = "0123456789*#ABCD";

  private final LocalLeg leg;
  private volatile @Nullable Receiver receiver;

  LocalPort(LocalLeg leg) {
    this.leg = leg;
  }

  /** Whatever comes passes: the phones at the ends have agreed on something. */
  @Override
  public @Nullable Codec codec() {
    return null;
  }

  @Override
  public void send(Frame frame) {
    leg.passOn(frame);
  }

  @Override
  public void receiver(@Nullable Receiver next) {
    receiver = next;
  }

  void arrived(Frame frame) {
    if (frame instanceof Frame.TelephoneEvent(byte[] payload, int timestamp, boolean first)
        && first
        && payload[0] >= 0
        && payload[0] < KEYS.length()) {
      leg.pressed(KEYS.charAt(payload[0]));
    }
    Receiver current = receiver;
    if (current != null) {
      current.accept(frame);
    }
  }
}
