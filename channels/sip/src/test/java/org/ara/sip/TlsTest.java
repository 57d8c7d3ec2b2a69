package org.ara.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(strings = {"rsa-pkcs1", "ec-sec1"})
  void keysAreReadAsOlderProgramsWriteThem(String name) throws Exception {
    Path certificate = Path.of(TlsTest.class.getResource(name + ".pem").toURI());
    use(certificate, certificate.resolveSibling(name + ".key"), "");
    assertThat(driver.problems).isEmpty();
    try (InputStream in = Files.newInputStream(certificate)) {
      X509Certificate shown =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
      SSLSocket socket =
          (SSLSocket)
              TestCertificate.believer(shown)
                  .getSocketFactory()
                  .createSocket("127.0.0.1", driver.port(Protocol.TLS));
      try (RawPhone there = new RawPhone(new StreamLine("TLS", socket), "bob")) {
        registered(there);
      }
    }
  }

  @Test
  void whoIsBelievedMayBeInADirectory() throws Exception {
    TestCertificate trunk = TestCertificate.make(directory, "trunk");
    Path believed = Files.createDirectory(directory.resolve("believed"));
    Files.copy(first.certificate(), believed.resolve("other.pem"));
    Files.copy(trunk.certificate(), believed.resolve("trunk.pem"));
    use(first.certificate(), first.key(), "tlscadir=" + believed);
    try (SSLServerSocket there = trunk.listen()) {
      String port = Integer.toString(there.getLocalPort());
      driver.table.insert("name", "trunk", "host", "localhost", "port", port, "transport", "tls");
      ready("trunk").leg().call();
      try (StreamLine made = new StreamLine("TLS", there.accept())) {
        assertThat(new String(made.receive())).startsWith("INVITE sip:localhost:" + port);
      }
    }
  }

  @Test
  void aProviderIsRegisteredWithOverTls() throws Exception {
    TestCertificate provider = TestCertificate.make(directory, "provider");
    try (SSLServerSocket there = provider.listen()) {
      use(
          first.certificate(),
          first.key(),
          "tlscafile="
              + provider.certificate()
              + "\nregister=tls://1234:pw@localhost:"
              + there.getLocalPort());
      try (RawPhone registrar = new RawPhone(new StreamLine("TLS", there.accept()), "1234")) {
        String register = receive(registrar, "REGISTER");
        assertThat(RawPhone.headers(register, "Via").getFirst()).startsWith("SIP/2.0/TLS ");
        assertThat(RawPhone.headers(register, "Contact").getFirst()).contains(";transport=tls");
        registrar.send(reply(register, "200 OK", "Expires: 600\r\n", ""));
        await().until(() -> driver.console("sip show registry").contains("Registered"));
      }
    }
  }

  @Test
  void thePortsBeyondANatMayBeOthersForTcpAndTls() throws Exception {
    use(
        first.certificate(),
        first.key(),
        "tcpenable=yes\ntcpbindaddr=127.0.0.1:0\nexternaddr=198.51.100.1\nlocalnet=10.0.0.0/8\n"
            + "externtcpport=5998\nexterntlsport=5999\n");
    driver.table.set("bob", "transport", "tls,tcp");
    registered(secure);
    Channel overTls = ready("bob");
    overTls.leg().call();
    assertThat(RawPhone.headers(receive(secure, "INVITE"), "Contact").getFirst())
        .contains("@198.51.100.1:5999;transport=tls>");
    overTls.hangUp(HangupCause.NORMAL_CLEARING);
    try (RawPhone plain = new RawPhone(StreamLine.tcp(driver.port(Protocol.TCP)), "bob")) {
      registered(plain);
      ready("bob").leg().call();
      assertThat(RawPhone.headers(receive(plain, "INVITE"), "Contact").getFirst())
          .contains("@198.51.100.1:5998;transport=tcp>");
    }
  }
}
