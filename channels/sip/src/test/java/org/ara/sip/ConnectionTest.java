package org.ara.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import org.ara.module.ModuleException;
import org.ara.pbx.Channel;
import org.ara.pbx.ChannelDriver.Requested;
import org.ara.sip.transport.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Phones on TCP and WebSocket: registrations, calls both ways, and connections in trouble. */
class ConnectionTest extends CallFixture {

  private RawPhone tcp;
  private StreamLine line;

  @BeforeEach
  @Override
  void start() throws ModuleException, IOException {
    super.start();
    listen("");
    driver.table.set("bob", "transport", "udp,tcp,ws");
    line = StreamLine.tcp(driver.port(Protocol.TCP));
    tcp = new RawPhone(line, "bob");
  }

  private void listen(String more) throws ModuleException {
    driver.write(
        "tcpenable=yes\ntcpbindaddr=127.0.0.1:0\nwsenable=yes\nwsbindaddr=127.0.0.1:0\n" + more,
        "");
    driver.reload();
  }

  @AfterEach
  void hangUp() {
    tcp.close();
  }

  private String register(RawPhone phone) {
    return phone.authenticated("REGISTER", "127.0.0.1", "s3cret", phone.contact(), "");
  }

  private static String receive(RawPhone phone, String start) {
    String message = phone.receive();
    while (!message.startsWith(start)) {
      message = phone.receive();
    }
    return message;
  }

  private Channel call(RawPhone from) {
    Channel channel = ready("bob");
    channel.leg().call();
    String invite = receive(from, "INVITE");
    from.send(reply(invite, "200 OK", "", sdp("0")).replace(phone.contact(), from.contact()));
    return channel;
  }

  private String options() {
    return tcp.request("OPTIONS", "127.0.0.1", "", "");
  }

  @Test
  void callsGoBackOverTheConnectionOfTheRegistration() {
    String answer = register(tcp);
    assertThat(answer).startsWith("SIP/2.0 200").containsIgnoringCase("transport=TCP>;expires=");
    Channel channel = ready("bob");
    channel.leg().call();
    String invite = receive(tcp, "INVITE");
    int port = driver.port(Protocol.TCP);
    assertThat(invite)
        .startsWith("INVITE sip:bob@127.0.0.1:" + tcp.port() + ";ob;transport=TCP SIP/2.0")
        .contains("Via: SIP/2.0/TCP 127.0.0.1:" + port)
        .contains("@127.0.0.1:" + port + ";transport=tcp>");
    tcp.send(reply(invite, "200 OK", "", sdp("0")));
    assertThat(receive(tcp, "ACK")).contains("Via: SIP/2.0/TCP ");
    channel.hangUp(org.ara.pbx.HangupCause.NORMAL_CLEARING);
    String bye = receive(tcp, "BYE");
    tcp.send(reply(bye, "200 OK", "", ""));
    assertThat(driver.console("sip show tcp"))
        .contains("127.0.0.1:" + tcp.port())
        .contains("1 connection");
  }

  @Test
  void aCallComesInAndEndsOverItsConnection() {
    String answer = tcp.authenticated("INVITE", "600@127.0.0.1", "s3cret", tcp.contact(), sdp("0"));
    assertThat(answer)
        .startsWith("SIP/2.0 200")
        .contains("Contact: <sip:600@127.0.0.1:" + driver.port(Protocol.TCP) + ";transport=tcp>");
    tcp.send(tcp.ack("600@127.0.0.1", answer));
    await().until(() -> !driver.exchange.pbx().channels().isEmpty());
    driver
        .exchange
        .pbx()
        .channels()
        .forEach(c -> c.hangUp(org.ara.pbx.HangupCause.NORMAL_CLEARING));
    String bye = receive(tcp, "BYE");
    tcp.send(reply(bye, "200 OK", "", ""));
    await().until(() -> driver.exchange.pbx().channels().isEmpty());
  }

  @Test
  void aRegistrationOverWhatThePeerMayNotUseIsRefused() {
    driver.table.set("bob", "transport", "udp");
    assertThat(register(tcp)).startsWith("SIP/2.0 403");
    assertThat(register(phone)).startsWith("SIP/2.0 200");
  }

  @Test
  void whenTheConnectionIsGoneTheContactIsConnectedTo() throws IOException {
    try (ServerSocket home = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String contact = "Contact: <sip:bob@127.0.0.1:" + home.getLocalPort() + ";transport=tcp>\r\n";
      assertThat(tcp.authenticated("REGISTER", "127.0.0.1", "s3cret", contact, ""))
          .startsWith("SIP/2.0 200");
      line.close();
      await().until(() -> driver.console("sip show tcp").contains("0 connections"));
      Channel channel = ready("bob");
      channel.leg().call();
      try (StreamLine there = new StreamLine("TCP", home.accept())) {
        assertThat(new String(there.receive(), StandardCharsets.UTF_8))
            .startsWith("INVITE sip:bob@127.0.0.1:" + home.getLocalPort() + ";transport=tcp");
        assertThat(driver.console("sip show tcp")).contains("Client");
      }
    }
  }

  @Test
  void nobodyThereEndsTheCallAtOnce() throws IOException {
    ServerSocket home = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    home.close();
    driver.table.insert(
        "name", "trunk", "host", "127.0.0.1", "port", "" + home.getLocalPort(), "transport", "tcp");
    Channel channel = ready("trunk");
    channel.leg().call();
    await().until(() -> driver.console("sip show channels").contains("0 active"));
  }

  @Test
  void aMessageMayComeOctetByOctetAndManyAtOnce() throws IOException {
    for (byte octet : options().getBytes(StandardCharsets.UTF_8)) {
      line.send(new byte[] {octet});
    }
    assertThat(tcp.receive()).startsWith("SIP/2.0 200");
    tcp.send(options() + options() + options());
    for (int i = 0; i < 3; i++) {
      assertThat(tcp.receive()).startsWith("SIP/2.0 200");
    }
  }

  @Test
  void twoLineEndsAreAnsweredWithOne() {
    tcp.send("\r\n\r\n");
    assertThat(line.read()).isEqualTo('\r');
    assertThat(line.read()).isEqualTo('\n');
    tcp.send(options());
    assertThat(tcp.receive()).startsWith("SIP/2.0 200");
  }

  @Test
  void garbageEndsTheConnectionAndNobodyElses() {
    StreamLine other = StreamLine.tcp(driver.port(Protocol.TCP));
    other.send(("x".repeat(70_000)).getBytes(StandardCharsets.UTF_8));
    assertThat(other.read()).isEqualTo(-1);
    tcp.send(options());
    assertThat(tcp.receive()).startsWith("SIP/2.0 200");
  }

  @Test
  void aConnectionOnWhichNobodyIsLetInIsClosed() throws ModuleException {
    assertThat(register(tcp)).startsWith("SIP/2.0 200");
    listen("tcpauthtimeout=1\n");
    StreamLine silent = StreamLine.tcp(driver.port(Protocol.TCP));
    RawPhone talker = new RawPhone(StreamLine.tcp(driver.port(Protocol.TCP)), "bob");
    talker.send(talker.request("OPTIONS", "127.0.0.1", "", ""));
    assertThat(talker.receive()).startsWith("SIP/2.0 200");
    assertThat(silent.read()).isEqualTo(-1);
    talker.close();
    await().until(() -> driver.console("sip show tcp").contains("1 connection"));
    tcp.send(options());
    assertThat(tcp.receive()).startsWith("SIP/2.0 200");
  }

  @Test
  void thereAreOnlySoManyConnectionsFromOneAddress() throws ModuleException {
    listen("tcpmaxpersource=2\n");
    StreamLine second = StreamLine.tcp(driver.port(Protocol.TCP));
    await().until(() -> driver.console("sip show tcp").contains("2 connections"));
    StreamLine third = StreamLine.tcp(driver.port(Protocol.TCP));
    assertThat(third.read()).isEqualTo(-1);
    second.close();
    await().until(() -> driver.console("sip show tcp").contains("1 connection"));
    tcp.send(options());
    assertThat(tcp.receive()).startsWith("SIP/2.0 200");
  }

  @Test
  void whoNeverReadsIsClosed() {
    // Comes back in every answer.
    String burden = "Via: SIP/2.0/TCP 127.0.0.1;branch=z9hG4bK" + "x".repeat(8_000) + "\r\n";
    await()
        .until(
            () -> {
              try {
                for (int i = 0; i < 1000; i++) {
                  String request = tcp.request("OPTIONS", "127.0.0.1", burden, "");
                  line.send(request.getBytes(StandardCharsets.UTF_8));
                }
                return false;
              } catch (java.io.UncheckedIOException closed) {
                return true;
              }
            });
  }

  @Test
  void aReloadKeepsConnections() throws ModuleException {
    register(tcp);
    int port = driver.port(Protocol.TCP);
    listen("maxexpiry=1000\n");
    assertThat(driver.port(Protocol.TCP)).isEqualTo(port);
    Channel channel = call(tcp);
    assertThat(receive(tcp, "ACK")).startsWith("ACK");
    driver.write("", "");
    driver.reload();
    assertThat(driver.port(Protocol.TCP)).isZero();
    assertThat(line.read()).isEqualTo(-1);
    channel.hangUp(org.ara.pbx.HangupCause.NORMAL_CLEARING);
  }

  @Test
  void aPhoneInABrowserRegistersAndIsCalled() {
    WebSocketLine web =
        new WebSocketLine(
            HttpClient.newHttpClient(), "ws://127.0.0.1:" + driver.port(Protocol.WS) + "/ws");
    RawPhone browser = new RawPhone(web, "bob");
    assertThat(web.subprotocol()).isEqualTo("sip");
    String contact = "Contact: <sip:bob@df7jal23ls0d.invalid;transport=ws>\r\n";
    assertThat(browser.authenticated("REGISTER", "127.0.0.1", "s3cret", contact, ""))
        .startsWith("SIP/2.0 200");
    Channel channel = ready("bob");
    channel.leg().call();
    String invite = receive(browser, "INVITE");
    assertThat(invite)
        .startsWith("INVITE sip:bob@df7jal23ls0d.invalid;transport=ws SIP/2.0")
        .contains("Via: SIP/2.0/WS 127.0.0.1:" + driver.port(Protocol.WS))
        .contains(";transport=ws>");
    browser.send(reply(invite, "200 OK", "", sdp("0")).replace(phone.contact(), contact));
    assertThat(receive(browser, "ACK")).contains("df7jal23ls0d.invalid");
    channel.hangUp(org.ara.pbx.HangupCause.NORMAL_CLEARING);
    browser.send(reply(receive(browser, "BYE"), "200 OK", "", ""));
    web.sendInPieces(browser.request("OPTIONS", "127.0.0.1", "", ""));
    assertThat(browser.answer()).startsWith("SIP/2.0 200");
    browser.close();
    await().until(() -> dial("bob") instanceof Requested.Refused);
  }

  @Test
  void whatIsNoWebSocketForSipIsRefused() {
    StreamLine http = StreamLine.tcp(driver.port(Protocol.WS));
    http.send("GET /ws HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    assertThat(new String(http.receive(), StandardCharsets.UTF_8)).startsWith("HTTP/1.1 426");
    StreamLine elsewhere = StreamLine.tcp(driver.port(Protocol.WS));
    elsewhere.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    assertThat(new String(elsewhere.receive(), StandardCharsets.UTF_8)).startsWith("HTTP/1.1 404");
    StreamLine other = StreamLine.tcp(driver.port(Protocol.WS));
    other.send(
        ("GET /ws HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Protocol: chat\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    assertThat(new String(other.receive(), StandardCharsets.UTF_8)).startsWith("HTTP/1.1 400");
  }
}
