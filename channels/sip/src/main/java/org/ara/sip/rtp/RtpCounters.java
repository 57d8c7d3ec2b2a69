package org.ara.sip.rtp;

/**
 * What went through a session.
 *
 * @param received good packets of the far end
 * @param sent packets towards the far end
 * @param malformed packets that are no RTP
 * @param strange packets from somebody else
 * @param unknown packets with a payload type that was not agreed on
 */
public record RtpCounters(long received, long sent, long malformed, long strange, long unknown) {}
