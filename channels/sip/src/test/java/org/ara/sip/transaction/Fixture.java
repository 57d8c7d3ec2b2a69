package org.ara.sip.transaction;

import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ara.sip.message.Method;
import org.ara.sip.message.NameAddress;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.message.SipUri;
import org.ara.sip.message.Via;
import org.ara.sip.transport.Hop;

/**
 * A transaction layer between a wire and a user that a test can look into, on a clock that it
 * moves.
 */
final class Fixture implements TransactionUser, ResponseListener {
  final VirtualTimers timers = new VirtualTimers();
  final MemoryTransport wire;
  final Hop peer;
  final TransactionLayer layer;
  final List<ServerTransaction> requests = new CopyOnWriteArrayList<>();
  final List<SipRequest> acks = new CopyOnWriteArrayList<>();
  final List<String> told = new CopyOnWriteArrayList<>();

  Fixture() {
    this(false, TransactionOptions.DEFAULTS);
  }

  Fixture(boolean reliable, TransactionOptions options) {
    wire = new MemoryTransport(reliable);
    peer = new Hop(wire, new InetSocketAddress("127.0.0.1", 5080));
    layer = new TransactionLayer(options, timers, unused -> this);
  }

  static SipRequest request(Method method, String branch) {
    return SipRequest.builder(method, SipUri.parse("sip:bob@127.0.0.1"))
        .via(Via.of("UDP", "127.0.0.1", 5080, branch))
        .maxForwards(70)
        .from(NameAddress.parse("<sip:alice@127.0.0.1>;tag=a"))
        .to(NameAddress.parse("<sip:bob@127.0.0.1>"))
        .callId("call-1")
        .cseq(1)
        .build();
  }

  /** A request without a Via, as the user hands it to the layer. */
  static SipRequest unsent(Method method) {
    SipRequest request = request(method, "unused");
    return request.withHeaders(request.headers().without("Via"));
  }

  ServerTransaction receive(SipRequest request) {
    int before = requests.size();
    layer.request(request, peer);
    await().until(() -> requests.size() > before);
    return requests.getLast();
  }

  void answer(ClientTransaction transaction, int status) {
    layer.response(transaction.request().response(status, "answer", "b").build(), peer);
  }

  void awaitTold(String... all) {
    await().until(() -> told.equals(List.of(all)));
  }

  @Override
  public void request(ServerTransaction transaction) {
    requests.add(transaction);
  }

  @Override
  public void ack(SipRequest ack, Hop from) {
    acks.add(ack);
  }

  @Override
  public void provisional(SipResponse response) {
    told.add("provisional " + response.status());
  }

  @Override
  public void finalResponse(SipResponse response) {
    told.add("final " + response.status());
  }

  @Override
  public void furtherSuccess(SipResponse response) {
    told.add("further " + response.status());
  }

  @Override
  public void timeout() {
    told.add("timeout");
  }

  @Override
  public void transportError(String reason) {
    told.add("error " + reason);
  }
}
