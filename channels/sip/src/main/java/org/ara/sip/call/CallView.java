package org.ara.sip.call;

import org.ara.sip.rtp.RtpCounters;

/**
 * One leg as {@code sip show channels} lists it.
 *
 * @param address the far end's address
 * @param user the user it is known by; empty if none
 * @param callId Call-ID
 * @param codec what was agreed on; empty if nothing
 * @param held whether it put us on hold
 * @param lastMessage {@code Rx: ACK}
 * @param peer the peer's name; empty for a guest
 * @param channel the channel's name
 * @param media what went through
 * @param incoming whether the far end began it
 */
public record CallView(
    String address,
    String user,
    String callId,
    String codec,
    boolean held,
    String lastMessage,
    String peer,
    String channel,
    RtpCounters media,
    boolean incoming) {}
