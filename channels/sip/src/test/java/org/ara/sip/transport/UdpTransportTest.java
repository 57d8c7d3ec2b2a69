package org.ara.sip.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.channel.epoll.Epoll;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ara.sip.message.MessageParser;
import org.ara.sip.message.ParseLimits;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SIP over real UDP sockets. */
class UdpTransportTest implements MessageListener {
  private static final MessageParser PARSER = new MessageParser(ParseLimits.DEFAULTS);
  private final List<SipRequest> requests = new CopyOnWriteArrayList<>();

  @Override
  public void request(SipRequest request, Hop from) {
    requests.add(request);
    ResponseRoute.answer(request.topVia(), from, false)
        .send(request.response(200).build(), failure -> {});
  }

  @Override
  public void response(SipResponse response, Hop from) {}

  @ParameterizedTest
  @EnumSource(EventLoops.Kind.class)
  void anAnswerGoesToTheSourcePortWhenRportAsksForIt(EventLoops.Kind kind) throws IOException {
    assumeTrue(kind == EventLoops.Kind.NIO || Epoll.isAvailable(), "no epoll here");
    try (EventLoops loops = new EventLoops(1, kind);
        UdpTransport transport = open(loops, "127.0.0.1");
        DatagramSocket phone = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
      String answer = exchange(phone, transport, options("192.0.2.1:5999;rport"));
      assertThat(answer)
          .startsWith("SIP/2.0 200 OK\r\n")
          .contains("rport=" + phone.getLocalPort())
          .contains("received=127.0.0.1");
    }
  }

  @Test
  void withoutRportTheAnswerGoesToThePortInVia() throws IOException {
    try (EventLoops loops = new EventLoops(1);
        UdpTransport transport = open(loops, "127.0.0.1");
        DatagramSocket sender = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
        DatagramSocket named = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
      send(sender, transport, options("phone.invalid:" + named.getLocalPort()));
      assertThat(receive(named)).startsWith("SIP/2.0 200 OK\r\n").contains("received=127.0.0.1");
    }
  }

  @Test
  void ipv6AddressesStandInBrackets() throws IOException {
    try (EventLoops loops = new EventLoops(1);
        UdpTransport transport = open(loops, "::1");
        DatagramSocket phone = new DatagramSocket(0, InetAddress.getByName("::1"))) {
      assertThat(exchange(phone, transport, options("[::1]:" + phone.getLocalPort() + ";rport")))
          .contains("Via: SIP/2.0/UDP [::1]:" + phone.getLocalPort());
      assertThat(Addresses.display(transport.localAddress())).startsWith("[::1]:");
    }
  }

  @Test
  void aMalformedRequestIsAnsweredAndCounted() throws IOException {
    try (EventLoops loops = new EventLoops(1);
        UdpTransport transport = open(loops, "127.0.0.1");
        DatagramSocket phone = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
      String broken = options("127.0.0.1;rport").replace("CSeq: 1 OPTIONS", "CSeq: one");
      assertThat(exchange(phone, transport, broken)).startsWith("SIP/2.0 400 Bad Request (CSeq: ");
      send(phone, transport, "\r\n\r\n");
      send(phone, transport, "GET / HTTP/1.1\r\n\r\n");
      send(phone, transport, "SIP/2.0 9999 No\r\n\r\n");
      send(phone, transport, "OPTIONS sip:x SIP/2.0\r\n\r\n");
      await().until(() -> transport.counters().snapshot().received() == 5);
      TransportCounters.Snapshot counts = transport.counters().snapshot();
      assertThat(counts.dropped(DropReason.MALFORMED_ANSWERED)).isEqualTo(1);
      assertThat(counts.dropped(DropReason.KEEPALIVE)).isEqualTo(1);
      assertThat(counts.dropped(DropReason.NOT_SIP)).isEqualTo(1);
      assertThat(counts.dropped(DropReason.MALFORMED_RESPONSE)).isEqualTo(1);
      assertThat(counts.dropped(DropReason.MALFORMED_UNANSWERABLE)).isEqualTo(1);
      assertThat(requests).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(EventLoops.Kind.class)
  void aPortInUseIsOneClearMessage(EventLoops.Kind kind) throws IOException {
    assumeTrue(kind == EventLoops.Kind.NIO || Epoll.isAvailable(), "no epoll here");
    try (EventLoops loops = new EventLoops(1, kind);
        DatagramSocket other = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
      InetSocketAddress taken = new InetSocketAddress("127.0.0.1", other.getLocalPort());
      assertThatThrownBy(() -> new UdpTransport(taken, loops, PARSER, this))
          .isInstanceOf(TransportException.class)
          .hasMessageContaining("cannot listen on UDP 127.0.0.1:" + other.getLocalPort())
          .hasMessageContaining("another program listens there");
    }
  }

  @Test
  void onTheWildcardAddressOurAddressIsTheOneThatFacesThePeer() throws IOException {
    try (EventLoops loops = new EventLoops(1);
        UdpTransport transport = open(loops, "0.0.0.0")) {
      InetSocketAddress local =
          transport.localAddressTowards(new InetSocketAddress("127.0.0.1", 5060));
      assertThat(local.getAddress().getHostAddress()).isEqualTo("127.0.0.1");
      assertThat(local.getPort()).isEqualTo(transport.localAddress().getPort());
    }
  }

  private UdpTransport open(EventLoops loops, String host) throws TransportException {
    return new UdpTransport(new InetSocketAddress(host, 0), loops, PARSER, this);
  }

  private static String options(String sentBy) {
    return "OPTIONS sip:ara@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP "
        + sentBy
        + ";branch=z9hG4bK1\r\nFrom: <sip:a@b>;tag=1\r\nTo: <sip:ara@127.0.0.1>\r\nCall-ID: c\r\nCSeq: 1 OPTIONS\r\n\r\n";
  }

  private static String exchange(DatagramSocket socket, Transport to, String text)
      throws IOException {
    send(socket, to, text);
    return receive(socket);
  }

  private static void send(DatagramSocket socket, Transport to, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    socket.send(new DatagramPacket(bytes, bytes.length, to.localAddress()));
  }

  private static String receive(DatagramSocket socket) throws IOException {
    socket.setSoTimeout(10_000);
    DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
    socket.receive(packet);
    return new String(packet.getData(), 0, packet.getLength(), UTF_8);
  }
}
