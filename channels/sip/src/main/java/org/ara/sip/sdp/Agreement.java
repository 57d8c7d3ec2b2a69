package org.ara.sip.sdp;

import java.util.List;
import org.ara.pbx.media.Codec;

/**
 * What both sides settled on for the audio, seen from this server.
 *
 * @param address the far end's host, as written
 * @param port the far end's port
 * @param codecs what may be sent, the preferred one first; never empty
 * @param eventType the payload type for telephone events towards the far end; -1 if it takes none
 * @param direction which way this server lets media flow; the far end on hold is {@code RECVONLY}
 *     or {@code INACTIVE}
 * @param packetMillis how much audio the far end wants in a packet, usually 20
 */
public record Agreement(
    String address,
    int port,
    List<Codec> codecs,
    int eventType,
    Direction direction,
    int packetMillis) {

  public Agreement {
    codecs = List.copyOf(codecs);
    if (codecs.isEmpty()) {
      throw new IllegalArgumentException("an agreement needs a codec");
    }
  }

  /** The preferred codec. */
  public Codec codec() {
    return codecs.getFirst();
  }

  /** Whether the far end put us on hold. */
  public boolean held() {
    return !direction.sends();
  }
}
