package org.ara.pbx.media;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one leg's media comes out and goes in. Bridging two legs is giving each port's {@link
 * #send} to the other as its receiver.
 */
public interface MediaPort {

  /** Takes frames in; must not block, it may be called by a network thread. */
  @FunctionalInterface
  interface Receiver {
    void accept(Frame frame);

    /**
     * The port that this receiver hands every frame to and does nothing else with, so that a port
     * of the same kind may do that itself, without frames between; null if there is none.
     */
    default @Nullable MediaPort handsTo() {
      return null;
    }
  }

  /** The codec that was agreed on; null before there is an agreement. */
  @Nullable Codec codec();

  /** What this leg can use, preferred first; empty if that is not known yet. */
  default List<Codec> codecs() {
    Codec agreed = codec();
    return agreed == null ? List.of() : List.of(agreed);
  }

  /**
   * Sends towards the phone; dropped while there is no agreement or the phone is on hold. A frame
   * with a marker may come from another source than the one before it, its timestamp unrelated.
   */
  void send(Frame frame);

  /** Sets who gets what the phone sends; null drops it. Replaces the one before. */
  void receiver(@Nullable Receiver receiver);
}
