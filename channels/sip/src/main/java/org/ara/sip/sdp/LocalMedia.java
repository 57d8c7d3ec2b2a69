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
 */
public record LocalMedia(String address, int port, List<Codec> codecs, boolean events) {

  public LocalMedia {
    codecs = List.copyOf(codecs);
  }
}
