package org.ara.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.ara.module.ModuleException;
import org.ara.pbx.Channel;
import org.ara.pbx.HangupCause;
import org.ara.sip.transport.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIP over TLS: certificates, handshakes that fail, a new certificate during a call. */
class TlsTest extends CallFixture {

  @TempDir private Path directory;
  private TestCertificate first;
  private StreamLine line;
  private RawPhone secure;

  @BeforeEach
  void listen() throws Exception {
    first = TestCertificate.make(directory, "first");
    use(first.certificate(), first.key(), "");
    driver.table.set("bob", "transport", "tls,wss");
    line = new StreamLine("TLS", first.connect(driver.port(Protocol.TLS)));
    secure = new RawPhone(line, "bob");
  }

  private void use(Path certificate, Path key, String more) throws ModuleException {
    driver.write(
        "tlsenable=yes\ntlsbindaddr=127.0.0.1:0\nwssenable=yes\nwssbindaddr=127.0.0.1:0\n"
            + "tlscertfile="
            + certificate
            + "\ntlsprivatekey="
            + key
            + "\n"
            + more,
        "");
    driver.reload();
  }

  @AfterEach
  void hangUp() {
    secure.close();
  }

  private static String receive(RawPhone phone, String start) {
    String message = phone.receive();
    while (!message.startsWith(start)) {
      message = phone.receive();
    }
    return message;
  }

  private void registered(RawPhone phone) {
    assertThat(phone.authenticated("REGISTER", "127.0.0.1", "s3cret", phone.contact(), ""))
        .startsWith("SIP/2.0 200");
  }

  @Test
  void aNewCertificateIsShownToNewConnectionsAndACallGoesOn() throws Exception {
    registered(secure);
    Channel channel = ready("bob");
    channel.leg().call();
    String invite = receive(secure, "INVITE");
    assertThat(invite).contains("Via: SIP/2.0/TLS ").contains(";transport=tls>");
    secure.send(reply(invite, "200 OK", "", sdp("0")).replace(phone.contact(), secure.contact()));
    receive(secure, "ACK");

    TestCertificate second = TestCertificate.make(directory, "second");
    use(second.certificate(), second.key(), "");
    try (SSLSocket other = second.connect(driver.port(Protocol.TLS))) {
      assertThat(other.getSession().getPeerCertificates()[0]).isEqualTo(second.shown());
    }
    assertThatThrownBy(() -> first.connect(driver.port(Protocol.TLS)))
        .isInstanceOf(SSLException.class);
    channel.hangUp(HangupCause.NORMAL_CLEARING);
    secure.send(reply(receive(secure, "BYE"), "200 OK", "", ""));
    await().until(() -> driver.exchange.pbx().channels().isEmpty());
  }

  @Test
  void aCertificateThatCannotBeUsedIsNamedAndTheOneOfBeforeStays() throws Exception {
    Path broken = directory.resolve("broken.pem");
    Files.writeString(broken, "no certificate");
    use(broken, first.key(), "");
    assertThat(driver.problems)
        .anySatisfy(
            problem ->
                assertThat(problem.toString())
                    .contains("sip.conf")
                    .contains(broken + " does not hold a certificate in PEM"));
    TestCertificate other = TestCertificate.make(directory, "other");
    use(first.certificate(), other.key(), "");
    assertThat(driver.problems)
        .anySatisfy(
            problem ->
                assertThat(problem.toString())
                    .contains(other.key() + " is not that of the certificate"));
    first.connect(driver.port(Protocol.TLS)).close();
  }

  @Test
  void whoSpeaksNoTlsIsClosedAndOthersGoOn() {
    StreamLine plain = StreamLine.tcp(driver.port(Protocol.TLS));
    plain.send("OPTIONS sip:x SIP/2.0\r\n\r\n".getBytes());
    int octet = plain.read();
    while (octet >= 0) {
      octet = plain.read(); // an alert
    }
    registered(secure);
  }

  @Test
  void aPhoneWithoutACertificateIsRefusedWhereOneIsWanted() throws Exception {
    use(first.certificate(), first.key(), "tlsverifyclient=yes\ntlscafile=" + first.certificate());
    SSLSocket anonymous = first.connect(driver.port(Protocol.TLS));
    // An alert, or the connection's end where that comes first.
    assertThatThrownBy(() -> anonymous.getInputStream().read()).isInstanceOf(IOException.class);
  }

  @Test
  void callsGoOnlyToServersWhoseCertificateIsBelieved() throws Exception {
    TestCertificate trunk = TestCertificate.make(directory, "trunk");
    use(first.certificate(), first.key(), "tlscafile=" + trunk.certificate());
    try (SSLServerSocket there = trunk.listen()) {
      String port = Integer.toString(there.getLocalPort());
      driver.table.insert("name", "trunk", "host", "localhost", "port", port, "transport", "tls");
      ready("trunk").leg().call();
      StreamLine made = new StreamLine("TLS", there.accept());
      assertThat(new String(made.receive())).startsWith("INVITE sip:localhost:" + port);
      made.close();
      use(first.certificate(), first.key(), "tlscafile=" + first.certificate());
      await().until(() -> driver.console("sip show tcp").contains("1 connection"));
      Channel refused = ready("trunk");
      refused.leg().call();
      SSLSocket doubted = (SSLSocket) there.accept();
      assertThatThrownBy(doubted::startHandshake).isInstanceOf(IOException.class);
      await().until(() -> driver.exchange.pbx().channels().size() <= 1);
    }
  }

  @Test
  void aBrowserRegistersOverAWebSocketInTls() throws Exception {
    HttpClient client = HttpClient.newBuilder().sslContext(first.believer()).build();
    WebSocketLine web =
        new WebSocketLine(client, "wss://127.0.0.1:" + driver.port(Protocol.WSS) + "/ws");
    RawPhone browser = new RawPhone(web, "bob");
    registered(browser);
    Channel channel = ready("bob");
    channel.leg().call();
    assertThat(receive(browser, "INVITE")).contains("Via: SIP/2.0/WSS ").contains("transport=wss>");
    browser.close();
    channel.hangUp(HangupCause.NORMAL_CLEARING);
  }
}
