package org.ara.sip.sdp;

import java.util.List;
import org.ara.pbx.media.Codec;

/**
 * What this server brings into a session.
 *
 * @param address where it wants to receive
 * @param port where it wants to receive
 * @param codecs what it takes, the preferred one first; never empty
 * @param events whether it takes telephone events
 * @param session the name of the session
 * @param owner who makes it, a word
 */
public record LocalMedia(
    String address, int port, List<Codec> codecs, boolean events, String session, String owner) {

  public LocalMedia {
    codecs = List.copyOf(codecs);
  }

  /** The same at another address of this server. */
  public LocalMedia at(String other) {
    return new LocalMedia(other, port, codecs, events, session, owner);
  }

  /** Media of a session that is called as usual. */
  public LocalMedia(String address, int port, List<Codec> codecs, boolean events) {
    this(address, port, codecs, events, "Ara", "-");
  }
}
