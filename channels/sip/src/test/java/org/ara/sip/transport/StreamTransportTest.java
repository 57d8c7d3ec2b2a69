package org.ara.sip.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.channel.epoll.Epoll;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ara.sip.message.MessageParser;
import org.ara.sip.message.ParseLimits;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SIP over real TCP connections: how they end, and what is counted. */
class StreamTransportTest implements MessageListener {

  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final StreamLimits SHORT =
      new StreamLimits(
          3,
          3,
          20,
          Duration.ofMinutes(1),
          Duration.ofMillis(100),
          Duration.ofMinutes(1),
          Duration.ofSeconds(5),
          1 << 16);

  private final List<Hop> sources = new CopyOnWriteArrayList<>();
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private final Flows flows = new Flows();

  @Override
  public void request(SipRequest request, Hop from) {
    sources.add(from);
    flows.registered("bob", from);
    from.send(request.response(200).build(), failures::add);
  }

  @Override
  public void response(SipResponse response, Hop from) {}

  private Transports open(EventLoops loops) throws TransportException {
    Transports transports =
        new Transports(
            new InetSocketAddress(HERE, 0),
            loops,
            new MessageParser(ParseLimits.DEFAULTS),
            this,
            flows);
    assertThat(transports.use(network(new InetSocketAddress(HERE, 0)), Optional.empty())).isEmpty();
    return transports;
  }

  private static Network network(InetSocketAddress tcp) {
    return new Network(Map.of(Protocol.TCP, tcp), Optional.empty(), SHORT);
  }

  private static Socket connect(Transport tcp) throws IOException {
    Socket socket = new Socket(HERE, tcp.localAddress().getPort());
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static String register() {
    return "REGISTER sip:127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/TCP 127.0.0.1;branch=z9hG4bK1\r\n"
        + "From: <sip:a@b>;tag=1\r\nTo: <sip:a@b>\r\nCall-ID: c\r\nCSeq: 1 REGISTER\r\n"
        + "Content-Length: 0\r\n\r\n";
  }

  private static void awaitEnding(Transport tcp, Ending ending) {
    await().until(() -> tcp.counters().snapshot().ended(ending) == 1);
  }

  @ParameterizedTest
  @EnumSource(EventLoops.Kind.class)
  void aConnectionIsAFlowUntilItEnds(EventLoops.Kind kind) throws IOException {
    assumeTrue(kind == EventLoops.Kind.NIO || Epoll.isAvailable(), "no epoll here");
    try (EventLoops loops = new EventLoops(1, kind);
        Transports transports = open(loops)) {
      Transport tcp = transports.of(Protocol.TCP).orElseThrow();
      try (Socket phone = connect(tcp)) {
        phone.getOutputStream().write(register().getBytes(UTF_8));
        assertThat(new String(phone.getInputStream().readNBytes(14), UTF_8))
            .isEqualTo("SIP/2.0 200 OK");
        assertThat(flows.of("bob")).contains(sources.getFirst());
        assertThat(sources.getFirst().isOpen()).isTrue();
      }
      awaitEnding(tcp, Ending.LEFT);
      assertThat(flows.of("bob")).isEmpty();
      TransportCounters.Snapshot counts = tcp.counters().snapshot();
      assertThat(counts.opened()).isEqualTo(1);
      assertThat(counts.closed()).isEqualTo(1);
      assertThat(counts.received()).isEqualTo(1);
      assertThat(counts.sent()).isEqualTo(1);
    }
  }

  @Test
  void aMessageThatIsNotFinishedInTimeEndsTheConnection() throws IOException {
    try (EventLoops loops = new EventLoops(1);
        Transports transports = open(loops)) {
      Transport tcp = transports.of(Protocol.TCP).orElseThrow();
      try (Socket slow = connect(tcp)) {
        slow.getOutputStream().write("REGISTER sip:127.0.0.1 SIP/2.0\r\n".getBytes(UTF_8));
        assertThat(slow.getInputStream().read()).isEqualTo(-1);
      }
      awaitEnding(tcp, Ending.UNFINISHED);
    }
  }

  @Test
  void aConnectionCutInTheMiddleOfAMessageIsCounted() throws IOException {
    try (EventLoops loops = new EventLoops(1);
        Transports transports = open(loops)) {
      Transport tcp = transports.of(Protocol.TCP).orElseThrow();
      try (Socket hasty = connect(tcp)) {
        hasty.getOutputStream().write("REGISTER sip:127".getBytes(UTF_8));
      }
      awaitEnding(tcp, Ending.CUT);
      assertThat(sources).isEmpty();
    }
  }

  @Test
  void placesAreFreeAgainWhenConnectionsEnd() throws IOException {
    try (EventLoops loops = new EventLoops(1);
        Transports transports = open(loops)) {
      Transport tcp = transports.of(Protocol.TCP).orElseThrow();
      for (int i = 0; i < 10; i++) {
        int round = i;
        try (Socket socket = connect(tcp)) {
          socket.getOutputStream().write(register().getBytes(UTF_8));
          assertThat(socket.getInputStream().read()).isEqualTo('S');
        }
        await().until(() -> tcp.counters().snapshot().closed() == round + 1);
      }
      assertThat(tcp.counters().snapshot().ended(Ending.TOO_MANY)).isZero();
    }
  }

  @Test
  void nobodyThereIsToldAtOnce() throws IOException {
    ServerSocket gone = new ServerSocket(0, 1, HERE);
    InetSocketAddress there = new InetSocketAddress(HERE, gone.getLocalPort());
    gone.close();
    try (EventLoops loops = new EventLoops(1);
        Transports transports = open(loops)) {
      Transport tcp = transports.of(Protocol.TCP).orElseThrow();
      SipRequest request =
          (SipRequest)
              ((org.ara.sip.message.ParseResult.Parsed)
                      new MessageParser(ParseLimits.DEFAULTS)
                          .parse(register().getBytes(UTF_8), 0, register().length()))
                  .message();
      tcp.send(request, there, failures::add);
      await().until(() -> failures.size() == 1);
      assertThat(failures.getFirst()).contains("refused");
      awaitEnding(tcp, Ending.REFUSED);
    }
  }

  @Test
  void anAddressThatIsTakenIsOneMessageAndWhatWasThereStays() throws IOException {
    try (EventLoops loops = new EventLoops(1);
        Transports transports = open(loops);
        ServerSocket other = new ServerSocket(0, 1, HERE)) {
      Transport tcp = transports.of(Protocol.TCP).orElseThrow();
      InetSocketAddress taken = new InetSocketAddress(HERE, other.getLocalPort());
      List<TransportException> complaints = transports.use(network(taken), Optional.empty());
      assertThat(complaints).hasSize(1);
      assertThat(complaints.getFirst())
          .hasMessageContaining("cannot listen on TCP 127.0.0.1:" + other.getLocalPort())
          .hasMessageContaining("another program listens there");
      assertThat(transports.of(Protocol.TCP)).contains(tcp);
      connect(tcp).close();
    }
  }
}
