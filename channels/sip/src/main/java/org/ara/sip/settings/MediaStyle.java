package org.ara.sip.settings;

/**
 * How media is described to far ends, and sent.
 *
 * @param address where it is to reach this server; empty for where signalling does
 * @param session the name of sessions
 * @param owner who makes them, a word
 * @param trafficClass the octet that routers go by, 0 to 255
 */
public record MediaStyle(String address, String session, String owner, int trafficClass) {}
