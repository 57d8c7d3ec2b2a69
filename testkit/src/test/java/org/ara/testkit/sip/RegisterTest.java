package org.ara.testkit.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The phone against a registrar of a few lines that says what the test wrote down. */
class RegisterTest {

  private static final String CHALLENGE =
      "WWW-Authenticate: Digest realm=\"ara\", nonce=\"n1\", algorithm=MD5, qop=\"auth\"\r\n";

  private final List<String> received = new CopyOnWriteArrayList<>();
  private DatagramSocket server;

  @BeforeEach
  void bind() throws IOException {
    server = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aChallengeIsAnsweredAndTheGrantedTimeRead() {
    answer("401 Unauthorized\r\n" + CHALLENGE, "200 OK\r\nExpires: 1800\r\n");
    try (SipPhone phone = phone()) {
      Registration registration = phone.register();
      assertThat(registration.accepted()).isTrue();
      assertThat(registration.expires()).isEqualTo(1800);
      assertThat(registration.challenge().orElseThrow().get("realm")).isEqualTo("ara");
    }
    assertThat(received.get(1))
        .contains("Authorization: Digest username=\"alice\", realm=\"ara\", nonce=\"n1\"");
  }

  @Test
  void aSecondRefusalIsTheOutcome() {
    answer("401 Unauthorized\r\n" + CHALLENGE, "403 Forbidden\r\n");
    try (SipPhone phone = phone()) {
      assertThat(phone.register().status()).isEqualTo(403);
    }
    assertThat(received).hasSize(2);
  }

  @Test
  void aStaleNonceIsReplacedOnce() {
    String stale = CHALLENGE.replace("n1", "n2").replace("qop", "stale=true, qop");
    answer(
        "401 Unauthorized\r\n" + CHALLENGE,
        "401 Unauthorized\r\n" + stale,
        "200 OK\r\nExpires: 60\r\n");
    try (SipPhone phone = phone()) {
      assertThat(phone.register().expires()).isEqualTo(60);
    }
    assertThat(received.get(2)).contains("nonce=\"n2\"");
  }

  @Test
  void aLostRequestIsSentAgain() {
    answer("", "200 OK\r\nExpires: 60\r\n");
    try (SipPhone phone = phone()) {
      assertThat(phone.register().accepted()).isTrue();
    }
    assertThat(received.get(0)).isEqualTo(received.get(1));
  }

  @Test
  void aServerThatSaysNothingFailsTheTest() {
    answer("", "", "", "");
    PhoneAccount hasty = account().patience(Duration.ofMillis(200));
    try (SipPhone phone = SipPhone.open(hasty)) {
      assertThatThrownBy(phone::register)
          .hasMessageContaining("alice got no answer to REGISTER sip:127.0.0.1");
    }
  }

  @Test
  void aResponseWithAnotherCallIdIsAViolation() {
    answer("200 OK\r\nX-Rewrite: Call-ID\r\n");
    try (SipPhone phone = phone()) {
      phone.register();
      assertThat(phone.violations())
          .containsExactly("the response 'SIP/2.0 200 OK' changed the Call-ID");
    }
  }

  private PhoneAccount account() {
    return PhoneAccount.of("alice", "s3cret", (InetSocketAddress) server.getLocalSocketAddress());
  }

  private SipPhone phone() {
    return SipPhone.open(account());
  }

  /** Answers the first request with the first of these, and so on; the empty one is silence. */
  private void answer(String... responses) {
    Thread.ofVirtual()
        .start(
            () -> {
              for (String response : responses) {
                try {
                  exchange(response);
                } catch (IOException closed) {
                  return;
                }
              }
            });
  }

  private void exchange(String response) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
    server.receive(packet);
    String request = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
    received.add(request);
    if (response.isEmpty()) {
      return;
    }
    List<String> copied = new ArrayList<>();
    for (String line : request.split("\r\n")) {
      if (line.matches("(Via|From|Call-ID|CSeq): .*")) {
        copied.add(
            response.contains("X-Rewrite") ? line.replaceFirst("Call-ID: ", "Call-ID: x") : line);
      } else if (line.startsWith("To: ")) {
        copied.add(line + ";tag=t");
      }
    }
    String text =
        "SIP/2.0 " + response + String.join("\r\n", copied) + "\r\nContent-Length: 0\r\n\r\n";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    server.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
  }
}
