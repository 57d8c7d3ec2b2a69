package org.ara.sip.transport;

/** Why something received was not passed on, or something to send was not sent. */
public enum DropReason {
  KEEPALIVE("empty packets that keep a NAT open"),
  NOT_SIP("packets that are no SIP"),
  TOO_LARGE("requests above the size limit, answered 513"),
  MALFORMED_ANSWERED("malformed requests answered with an error"),
  MALFORMED_UNANSWERABLE("malformed requests without a usable Via, and malformed ACKs"),
  MALFORMED_RESPONSE("malformed responses"),
  FOREIGN_RESPONSE("responses with more than one Via"),
  STRAY_RESPONSE("responses that belong to no transaction"),
  TOO_MANY("requests answered at once because their senders made too many, or guess passwords"),
  OVERLOAD("requests refused with 503 because too many transactions were alive"),
  OVERLOAD_SILENT("ACKs and stray responses dropped because of overload"),
  SEND_QUEUE_FULL("messages not sent because the socket's queue was full"),
  SEND_FAILED("messages that the network refused"),
  INTERNAL("messages whose handling failed by a fault of ours");

  private final String description;

  DropReason(String description) {
    this.description = description;
  }

  /** What is counted, for people. */
  public String description() {
    return description;
  }
}
