package org.ara.sip.transport;

/** Why a connection ended, or was not taken in. */
public enum Ending {
  LEFT("closed by the far end"),
  CUT("closed by the far end in the middle of a message"),
  FAILED("broken by the network"),
  REFUSED("not made: nobody there, or no way"),
  HANDSHAKE("ended since TLS or WebSocket could not be agreed on"),
  TOO_MANY("not taken in: there are too many connections (tcpmaxconnections)"),
  TOO_MANY_FROM_ONE("not taken in: there are too many from that address (tcpmaxpersource)"),
  TOO_MANY_STRANGERS("not taken in: too many that proved nothing yet (tcpauthlimit)"),
  STRANGER("closed since nobody was let in there in time (tcpauthtimeout)"),
  UNFINISHED("closed since a message that had begun did not come to its end in time"),
  UNREADABLE("closed since the end of a message could not be told"),
  STUCK("closed since the far end does not read what is sent"),
  IDLE("closed since nothing passed for long (tcpidletimeout)"),
  CLOSING("closed since this server stops listening there"),
  FAULT("closed by a fault of ours");

  private final String description;

  Ending(String description) {
    this.description = description;
  }

  /** What happened to the connection, for people. */
  public String description() {
    return description;
  }

  /** Whether this is how connections usually end, of which no log need tell. */
  boolean usual() {
    return this == LEFT || this == IDLE || this == CLOSING;
  }
}
