package org.ara.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import org.ara.module.ModuleException;
import org.ara.pbx.Channel;
import org.ara.pbx.HangupCause;
import org.ara.sip.transport.Protocol;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Phones on IPv6 and on IPv4 at a server that listens on both. */
class Ipv6Test extends CallFixture {

  private static final InetAddress HOME = InetAddress.ofLiteral("::1");

  @BeforeEach
  @Override
  void start() throws ModuleException, IOException {
    boolean spoken = true;
    try (DatagramSocket socket = new DatagramSocket(0, HOME)) {
      assertThat(socket.getLocalPort()).isPositive();
    } catch (IOException nowhere) {
      spoken = false;
    }
    assumeTrue(spoken, "this machine has no ::1");
    driver = new RunningDriver("udpbindaddr=[::]:0\ntcpenable=yes\ntcpbindaddr=[::]:0\n", "");
    phone = new RawPhone(new Bracketing(RawLine.udp(driver.port(), HOME)), "bob");
    media = new DatagramSocket(0, HOME);
    media.setSoTimeout(10_000);
    driver.table.insert("name", "bob", "secret", "s3cret", "host", "dynamic", "regseconds", "0");
  }

  /** Says [::1] where phones say 127.0.0.1. */
  private record Bracketing(RawLine line) implements RawLine {

    @Override
    public String protocol() {
      return line.protocol();
    }

    @Override
    public int port() {
      return line.port();
    }

    @Override
    public void send(byte[] message) {
      String text = new String(message, StandardCharsets.UTF_8).replace("127.0.0.1", "[::1]");
      line.send(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public byte[] receive() {
      return line.receive();
    }

    @Override
    public void close() {
      line.close();
    }
  }

  @Override
  String sdp(String formats) {
    return super.sdp(formats).replace("IP4 127.0.0.1", "IP6 ::1");
  }

  private void registered() {
    assertThat(phone.authenticated("REGISTER", "[::1]", "s3cret", phone.contact(), ""))
        .startsWith("SIP/2.0 200")
        .contains("Via: SIP/2.0/UDP [::1]:" + phone.port());
  }

  @Test
  void aCallOverIpv6HasItsMediaThereToo() throws IOException {
    String answer = phone.authenticated("INVITE", "600@[::1]", "s3cret", phone.contact(), sdp("0"));
    assertThat(answer)
        .startsWith("SIP/2.0 200")
        .contains("Contact: <sip:600@[::1]:" + driver.port() + ">")
        .contains("c=IN IP6 ::1");
    phone.send(phone.ack("600@[::1]", answer));
    byte[] rtp = new byte[172];
    rtp[0] = (byte) 0x80;
    media.send(new DatagramPacket(rtp, rtp.length, HOME, mediaPort(answer)));
    DatagramPacket echo = new DatagramPacket(new byte[2000], 2000);
    media.receive(echo);
    assertThat(echo.getLength()).isEqualTo(172);
    driver.exchange.pbx().channels().forEach(c -> c.hangUp(HangupCause.NORMAL_CLEARING));
  }

  @Test
  void aPhoneThatRegisteredOverIpv6IsCalledThere() {
    registered();
    assertThat(driver.table.row("bob")).containsEntry("ipaddr", "::1");
    Channel channel = ready("bob/100");
    channel.leg().call();
    String invite = phone.receive();
    assertThat(invite)
        .startsWith("INVITE sip:100@[::1]:" + phone.port() + " SIP/2.0")
        .contains("Via: SIP/2.0/UDP [::1]:" + driver.port())
        .contains("c=IN IP6 ::1");
    phone.send(reply(invite, "486 Busy Here", "", ""));
    await().until(() -> driver.console("sip show channels").contains("0 active"));
  }

  @Test
  void phonesOnIpv4AreServedBesides() {
    try (RawPhone old = new RawPhone(driver.port(), "bob")) {
      assertThat(old.authenticated("REGISTER", "127.0.0.1", "s3cret", old.contact(), ""))
          .startsWith("SIP/2.0 200");
      assertThat(driver.table.row("bob")).containsEntry("ipaddr", "127.0.0.1");
      String answer =
          old.authenticated("INVITE", "600@127.0.0.1", "s3cret", old.contact(), super.sdp("0"));
      assertThat(answer).startsWith("SIP/2.0 200").contains("c=IN IP4 127.0.0.1");
      old.send(old.ack("600@127.0.0.1", answer));
      driver.exchange.pbx().channels().forEach(c -> c.hangUp(HangupCause.NORMAL_CLEARING));
    }
    driver.table.set("bob", "transport", "tcp");
    try (RawPhone tcp = new RawPhone(StreamLine.tcp(driver.port(Protocol.TCP)), "bob")) {
      assertThat(tcp.authenticated("REGISTER", "127.0.0.1", "s3cret", tcp.contact(), ""))
          .startsWith("SIP/2.0 200");
    }
  }

  @Test
  void rulesAboutIpv4SayNothingOfIpv6() {
    driver.table.set("bob", "deny", "0.0.0.0/0");
    registered();
    driver.table.set("bob", "deny", "::/0");
    assertThat(phone.authenticated("REGISTER", "[::1]", "s3cret", phone.contact(), ""))
        .startsWith("SIP/2.0 403");
    try (RawPhone old = new RawPhone(driver.port(), "bob")) {
      assertThat(old.authenticated("REGISTER", "127.0.0.1", "s3cret", old.contact(), ""))
          .startsWith("SIP/2.0 200");
    }
  }
}
