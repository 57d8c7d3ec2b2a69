package org.ara.sip.transport;

/**
 * How the messages of this server look and travel.
 *
 * @param outside what it calls itself to those on the other side of its own NAT
 * @param compact whether headers have their short names ({@code compactheaders})
 * @param trafficClass the octet that routers go by ({@code tos_sip}), 0 to 255
 */
public record Manners(Outside outside, boolean compact, int trafficClass) {

  /** Nothing out of the ordinary. */
  public static final Manners USUAL = new Manners(Outside.NONE, false, 0);
}
