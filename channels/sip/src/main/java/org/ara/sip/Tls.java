package org.ara.sip;

import java.util.Optional;
import org.ara.config.Origin;
import org.ara.config.Problem;
import org.ara.sip.transport.Network;
import org.ara.sip.transport.TlsContexts;
import org.ara.sip.transport.TransportException;

/**
 * The certificate that the configuration names, or why it cannot be used.
 *
 * @param contexts empty if none is named, or it cannot be used
 */
record Tls(Optional<TlsContexts> contexts, Optional<Problem> problem) {

  static Tls read(Network network) {
    if (network.tls().isEmpty()) {
      return new Tls(Optional.empty(), Optional.empty());
    }
    try {
      return new Tls(Optional.of(TlsContexts.read(network.tls().get())), Optional.empty());
    } catch (TransportException e) {
      String consequence =
          "; the certificate of before is kept, and without one neither TLS nor WSS is spoken";
      return new Tls(
          Optional.empty(),
          Optional.of(Problem.error(new Origin(Inputs.FILE, 0), e.getMessage() + consequence)));
    }
  }

  /** An address that cannot be had. */
  static Problem problem(TransportException failure) {
    return Problem.error(new Origin(Inputs.FILE, 0), String.valueOf(failure.getMessage()));
  }
}
