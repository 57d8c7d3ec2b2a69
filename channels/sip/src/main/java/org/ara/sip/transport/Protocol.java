package org.ara.sip.transport;

import java.util.Locale;
import java.util.Optional;

/** What carries SIP messages; the names are those in Via. */
public enum Protocol {
  UDP(5060),
  TCP(5060),
  TLS(5061),
  WS(80),
  WSS(443);

  private final int usualPort;

  Protocol(int usualPort) {
    this.usualPort = usualPort;
  }

  /** The protocol of a {@code transport} option or parameter, in any case. */
  public static Optional<Protocol> named(String word) {
    for (Protocol protocol : values()) {
      if (protocol.name().equalsIgnoreCase(word.strip())) {
        return Optional.of(protocol);
      }
    }
    return Optional.empty();
  }

  /** As it stands in a {@code transport} parameter. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The port where none is named. */
  public int usualPort() {
    return usualPort;
  }

  /** Whether messages arrive or the connection breaks, so that nothing need be sent again. */
  public boolean reliable() {
    return this != UDP;
  }

  /** Whether what is carried is encrypted. */
  public boolean secure() {
    return this == TLS || this == WSS;
  }

  /** Whether messages travel in WebSocket frames (RFC 7118): then only the far end can connect. */
  public boolean framed() {
    return this == WS || this == WSS;
  }
}
