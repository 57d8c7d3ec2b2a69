package org.ara.testkit.sip;

import java.net.InetSocketAddress;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A request on its way, sent again until it is answered (RFC 3261 17.1). */
final class ClientTransaction {

  private static final long T1 = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long T2 = TimeUnit.SECONDS.toNanos(4);

  private final UserAgent agent;
  private final SipRequest request;
  private final InetSocketAddress destination;
  private final LinkedBlockingQueue<SipResponse> responses = new LinkedBlockingQueue<>();
  private long interval = T1;
  private long sent;
  private boolean answered;

  ClientTransaction(UserAgent agent, SipRequest request, InetSocketAddress destination) {
    this.agent = agent;
    this.request = request;
    this.destination = destination;
  }

  SipRequest request() {
    return request;
  }

  InetSocketAddress destination() {
    return destination;
  }

  void send() {
    sent = System.nanoTime();
    agent.send(request, destination);
  }

  void receive(SipResponse response) {
    responses.add(response);
  }

  /** The next response; {@code null} if none came until then. */
  @Nullable SipResponse next(long endNanos) throws InterruptedException {
    while (true) {
      long now = System.nanoTime();
      if (endNanos - now <= 0) {
        return null;
      }
      boolean again = !(answered && request.method().equals("INVITE"));
      long wait = again ? Math.min(endNanos - now, sent + interval - now) : endNanos - now;
      SipResponse response = responses.poll(wait, TimeUnit.NANOSECONDS);
      if (response != null) {
        answered = true;
        return response;
      }
      if (again && System.nanoTime() - sent >= interval) {
        interval = request.method().equals("INVITE") ? 2 * interval : Math.min(2 * interval, T2);
        send();
      }
    }
  }
}
