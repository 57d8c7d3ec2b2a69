package org.ara.testkit.sip;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A request from the other side and the way to answer it.
 *
 * @param source where it came from, and where the answer goes
 */
record ServerExchange(UserAgent agent, SipRequest request, InetSocketAddress source) {

  private static final Duration T1 = Duration.ofMillis(500);

  void respond(int status, String reason) {
    respond(status, reason, "", Headers.none(), "");
  }

  /** Answers; a retransmission of the request gets the same answer again. */
  void respond(int status, String reason, String tag, Headers extra, String body) {
    Headers headers = Headers.none();
    for (String via : request.headers().all("Via")) {
      headers = headers.with("Via", headers.fields().isEmpty() ? stamped(via) : via);
    }
    String to = request.header("To");
    boolean tagged = !request.toTag().isEmpty() || status == 100;
    String localTag = tag.isEmpty() ? agent.token() : tag;
    headers =
        headers
            .with("From", request.header("From"))
            .with("To", tagged ? to : to + ";tag=" + localTag)
            .with("Call-ID", request.callId())
            .with("CSeq", request.header("CSeq"));
    for (String route : request.headers().all("Record-Route")) {
      headers = headers.with("Record-Route", route);
    }
    if (!body.isEmpty()) {
      headers = headers.with("Content-Type", "application/sdp");
    }
    agent.answer(this, new SipResponse(status, reason, headers.with(extra), body));
  }

  /** RFC 3581: an empty rport is filled in. */
  private String stamped(String via) {
    String received = ";received=" + source.getAddress().getHostAddress();
    return via.replaceFirst(";rport(?=;|$)", ";rport=" + source.getPort() + received);
  }

  /** Answers an INVITE finally, again and again until the ACK is there (RFC 3261 13.3.1.4). */
  void respondUntil(
      BooleanSupplier acknowledged,
      int status,
      String reason,
      String tag,
      Headers extra,
      String body) {
    respond(status, reason, tag, extra, body);
    Thread.ofVirtual()
        .name("sip-final-response")
        .start(
            () -> {
              long interval = T1.toNanos();
              long end = System.nanoTime() + T1.multipliedBy(64).toNanos();
              while (agent.open() && end - System.nanoTime() > 0) {
                LockSupport.parkNanos(interval);
                if (acknowledged.getAsBoolean()) {
                  return;
                }
                interval = Math.min(2 * interval, 8 * T1.toNanos());
                agent.repeat(this);
              }
            });
  }
}
