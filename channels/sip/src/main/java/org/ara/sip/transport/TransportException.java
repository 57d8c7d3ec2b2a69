package org.ara.sip.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** A listener that could not be opened; the message says which one, why, and what to do. */
public final class TransportException extends IOException {
  public TransportException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** An address that cannot be had. */
  static TransportException unusable(
      Protocol protocol, InetSocketAddress bind, @Nullable Throwable cause) {
    String reason =
        bind.isUnresolved()
            ? "no such host"
            : String.valueOf(cause == null ? null : cause.getMessage());
    String advice =
        reason.contains("in use")
            ? "another program listens there; stop it, or choose another port"
            : "choose an address of this machine and a port that may be used";
    return new TransportException(
        "cannot listen on "
            + protocol
            + " "
            + Addresses.display(bind)
            + " ("
            + reason
            + "): "
            + advice,
        cause);
  }
}
