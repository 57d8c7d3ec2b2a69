package org.ara.sip.peer;

import java.util.List;
import org.ara.pbx.media.Codec;

/**
 * What holds for peers that do not say otherwise, from {@code [general]}.
 *
 * @param context where calls start
 * @param nat how much is believed about addresses
 * @param codecs in order of preference
 * @param events whether keys travel as telephone events
 * @param language of prompts; may be empty
 * @param ignoreExpiry whether a registration in a table holds beyond its end ({@code
 *     ignoreregexpire})
 */
public record PeerDefaults(
    String context,
    NatPolicy nat,
    List<Codec> codecs,
    boolean events,
    String language,
    boolean ignoreExpiry) {}
