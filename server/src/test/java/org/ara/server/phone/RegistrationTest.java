package org.ara.server.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.ara.testkit.sip.Digest;
import org.ara.testkit.sip.PhoneAccount;
import org.ara.testkit.sip.Registration;
import org.ara.testkit.sip.SipPhone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Phones that exist only as rows of an embedded database, and a server that is never reloaded. */
class RegistrationTest {

  private static final String COLUMNS =
      "SELECT ipaddr, port, regseconds, defaultuser, useragent, lastms, fullcontact"
          + " FROM sippeers WHERE name = ?";

  @TempDir Path home;
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    server = TestServer.onSqlite(home);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aPhoneWithoutARowIsRefusedAndCannotTellThatFromAWrongPassword() throws Exception {
    server.insertPhone("alice", "s3cret");
    try (SipPhone unknown = phone("nobody", "s3cret");
        SipPhone wrong = phone("alice", "guess")) {
      Registration withoutRow = unknown.register();
      Registration withoutSecret = wrong.register();
      assertThat(withoutRow.status()).isEqualTo(403).isEqualTo(withoutSecret.status());
      assertThat(withoutRow.challenge().isPresent())
          .isEqualTo(withoutSecret.challenge().isPresent());
      assertThat(unknown.violations()).isEmpty();
    }
    assertThat(server.row(COLUMNS, "alice")).containsEntry("ipaddr", null);
  }

  @Test
  void aPeerInsertedWhileTheServerRunsCanRegister() throws Exception {
    try (SipPhone alice = phone("alice", "s3cret")) {
      assertThat(alice.register().accepted()).isFalse();
      server.insertPhone("alice", "s3cret");
      long before = Instant.now().getEpochSecond();

      Registration registration = alice.register(600);

      assertThat(registration.accepted()).isTrue();
      assertThat(registration.expires()).isEqualTo(600);
      assertThat(registration.contacts()).containsExactly(alice.contact());
      Map<String, @Nullable String> row = server.row(COLUMNS, "alice");
      assertThat(row)
          .containsEntry("ipaddr", "127.0.0.1")
          .containsEntry("port", String.valueOf(alice.address().getPort()))
          .containsEntry("defaultuser", "alice")
          .containsEntry("useragent", "Ara testkit phone")
          .containsEntry("fullcontact", alice.contact());
      assertThat(Long.parseLong(String.valueOf(row.get("regseconds"))))
          .isBetween(before + 600, Instant.now().getEpochSecond() + 600);
      assertThat(alice.violations()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"MD5", "SHA-256"})
  void aPhoneAnswersInTheAlgorithmItKnows(String algorithm) throws Exception {
    server.insertPhone("alice", "s3cret");
    PhoneAccount account = PhoneAccount.of("alice", "s3cret", server.sip()).algorithms(algorithm);
    try (SipPhone alice = SipPhone.open(account)) {
      Registration registration = alice.register();
      assertThat(registration.accepted()).isTrue();
      assertThat(registration.challenge().map(Digest::algorithm)).contains(algorithm);
    }
  }

  @Test
  void aPhoneThatUnregistersLeavesNoAddressBehind() throws Exception {
    server.insertPhone("alice", "s3cret");
    try (SipPhone alice = phone("alice", "s3cret")) {
      assertThat(alice.register().accepted()).isTrue();
      assertThat(alice.unregister().accepted()).isTrue();
    }
    Map<String, @Nullable String> row = server.row(COLUMNS, "alice");
    assertThat(row.get("regseconds")).isEqualTo("0");
    assertThat(row.get("fullcontact")).isNullOrEmpty();
    assertThat(row.get("ipaddr")).isNullOrEmpty();
  }

  @Test
  void aPhoneWhoseRowIsDeletedIsRefused() throws Exception {
    server.insertPhone("alice", "s3cret");
    try (SipPhone alice = phone("alice", "s3cret")) {
      assertThat(alice.register().accepted()).isTrue();
      server.sql("DELETE FROM sippeers WHERE name = 'alice'");
      assertThat(alice.register().status()).isEqualTo(403);
    }
  }

  @Test
  void aChangedPasswordHoldsAtOnce() throws Exception {
    server.insertPhone("alice", "s3cret");
    try (SipPhone alice = phone("alice", "s3cret")) {
      assertThat(alice.register().accepted()).isTrue();
      server.sql("UPDATE sippeers SET secret = 'other' WHERE name = 'alice'");
      assertThat(alice.register().status()).isEqualTo(403);
    }
  }

  @Test
  void aBadRowIsSetAsideAndItsNeighboursWork() throws Exception {
    server.insertPhone("alice", "s3cret");
    server.insertPhone("broken", "s3cret");
    server.sql("UPDATE sippeers SET permit = 'no address at all' WHERE name = 'broken'");
    try (SipPhone broken = phone("broken", "s3cret");
        SipPhone alice = phone("alice", "s3cret")) {
      assertThat(broken.register().status()).isBetween(400, 499);
      assertThat(alice.register().accepted()).isTrue();
    }
  }

  @Test
  void namesAreDataAndNotPatterns() throws Exception {
    server.insertPhone("alice", "s3cret");
    for (String name : new String[] {"%", "_lice", "alice'--", "a*"}) {
      try (SipPhone phone = phone(name.replace("%", "%25"), "s3cret")) {
        assertThat(phone.register().accepted()).as(name).isFalse();
      }
    }
  }

  @Test
  void rubbishOnTheLivePortDisturbsNobody() throws Exception {
    server.insertPhone("alice", "s3cret");
    Random random = new Random(42);
    try (DatagramSocket socket = new DatagramSocket()) {
      for (int i = 0; i < 500; i++) {
        byte[] noise = new byte[random.nextInt(1200)];
        random.nextBytes(noise);
        byte[] start = "REGISTER sip:x SIP/2.0\r\nVia: ".getBytes(StandardCharsets.US_ASCII);
        if (i % 2 == 0 && noise.length > start.length) {
          System.arraycopy(start, 0, noise, 0, start.length);
        }
        socket.send(new DatagramPacket(noise, noise.length, server.sip()));
      }
    }
    try (SipPhone alice = phone("alice", "s3cret")) {
      assertThat(alice.register().accepted()).isTrue();
      assertThat(alice.options("").status()).isBetween(200, 499);
    }
  }

  private SipPhone phone(String name, String secret) {
    return SipPhone.open(PhoneAccount.of(name, secret, server.sip()));
  }
}
