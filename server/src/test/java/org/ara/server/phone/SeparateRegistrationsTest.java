package org.ara.server.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.ara.testkit.sip.PhoneAccount;
import org.ara.testkit.sip.SipPhone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Registrations in a table of their own, {@code sipregs}; that of the peers knows nothing of them.
 */
class SeparateRegistrationsTest {

  @TempDir Path home;
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    Files.createDirectories(home.resolve("etc"));
    Files.writeString(
        home.resolve("etc/extconfig.conf"),
        """
        [settings]
        sippeers => sqlite3,ara,configured
        sipregs => sqlite3,ara,sipregs
        extensions => sqlite3,ara,extensions
        """);
    server = TestServer.onSqlite(home);
    server.sql(
        "CREATE TABLE configured (name TEXT PRIMARY KEY, secret TEXT, context TEXT, host TEXT,"
            + " port INTEGER, insecure TEXT)");
    server.sql(
        "CREATE TABLE sipregs (name TEXT PRIMARY KEY, ipaddr TEXT, port INTEGER,"
            + " regseconds INTEGER, defaultuser TEXT, fullcontact TEXT, regserver TEXT,"
            + " useragent TEXT, lastms INTEGER)");
    server.sql("INSERT INTO sipregs (name) VALUES ('alice')");
    server.insertStep("600", 1, "Hangup", "17");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void configure(String insecure) throws Exception {
    server.sql(
        "INSERT INTO configured (name, secret, context, host, insecure)"
            + " VALUES ('alice', 'secret', 'phones', 'dynamic', ?)",
        insecure);
  }

  private SipPhone phone(String name) {
    return SipPhone.open(PhoneAccount.of(name, "secret", server.sip()));
  }

  @Test
  void aRegistrationIsWrittenThere() throws Exception {
    configure("");
    try (SipPhone alice = phone("alice")) {
      assertThat(alice.register().accepted()).isTrue();
      assertThat(server.row("SELECT ipaddr, port FROM sipregs WHERE name = 'alice'"))
          .containsEntry("ipaddr", "127.0.0.1")
          .containsEntry("port", String.valueOf(alice.address().getPort()));
    }
  }

  @Test
  void aCallIsKnownByTheAddressThatWasRegistered() throws Exception {
    configure("port,invite");
    try (SipPhone alice = phone("alice");
        SipPhone otherLine = phone("line2")) {
      assertThat(alice.register().accepted()).isTrue();
      assertThat(otherLine.call("600").awaitOutcome().status()).isEqualTo(486);
    }
  }

  @Test
  void aStrangerFromThatAddressStaysOne() throws Exception {
    configure("");
    try (SipPhone alice = phone("alice");
        SipPhone stranger = phone("stranger")) {
      assertThat(alice.register().accepted()).isTrue();
      assertThat(stranger.call("600").awaitOutcome().status()).isIn(401, 403);
    }
  }
}
