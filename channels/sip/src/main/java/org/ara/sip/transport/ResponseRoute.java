package org.ara.sip.transport;

import java.net.InetSocketAddress;
import org.ara.sip.message.Parameters;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.Via;

/** Where the answer to a request goes (RFC 3261 section 18.2, RFC 3581). */
public final class ResponseRoute {
  private ResponseRoute() {}

  /**
   * The request with {@code received} and {@code rport} noted in its topmost Via: where the sent-by
   * is not the source address, and always where the sender asked with {@code rport}.
   */
  static SipRequest annotate(SipRequest request, InetSocketAddress source) {
    Via via = request.topVia();
    Via annotated = annotate(via, source);
    return annotated.equals(via)
        ? request
        : request.withHeaders(request.headers().withTopVia(annotated));
  }

  static Via annotate(Via via, InetSocketAddress source) {
    String address = Addresses.literal(source.getAddress());
    boolean asked = via.parameters().contains("rport");
    Parameters parameters = via.parameters();
    if (asked) {
      parameters = parameters.with("rport", Integer.toString(source.getPort()));
    }
    // what the sender claims about itself in these two counts for nothing
    if (asked || !address.equals(via.host())) {
      parameters = parameters.with("received", address);
    } else if (parameters.contains("received")) {
      parameters = parameters.without("received");
    }
    return new Via(via.transport(), via.host(), via.port(), parameters);
  }

  /**
   * The hop that an answer goes to: over a connection, back on it; else to the source address, at
   * the source port if the sender asked for that or it is forced, otherwise at the port of sent-by.
   * {@code maddr} is ignored, so that nobody can aim our answers at a third party.
   */
  public static Hop answer(Via via, Hop source, boolean forceSourcePort) {
    if (forceSourcePort || source.transport().reliable() || via.parameters().contains("rport")) {
      return source;
    }
    int port = via.portOrDefault();
    return port == source.remote().getPort()
        ? source
        : source.towards(new InetSocketAddress(source.remote().getAddress(), port));
  }

  /**
   * The hop as it is, or, where that was a connection that is closed by now, a new connection to
   * the sender's port in Via (RFC 3261 section 18.2.2).
   */
  public static Hop reopened(Via via, Hop hop) {
    return hop.isOpen()
        ? hop
        : hop.towards(new InetSocketAddress(hop.remote().getAddress(), via.portOrDefault()));
  }
}
