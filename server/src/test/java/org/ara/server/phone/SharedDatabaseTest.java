package org.ara.server.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.ara.driver.sql.schema.Flavour;
import org.ara.driver.sql.schema.WellKnownTables;
import org.ara.testkit.audio.Tone;
import org.ara.testkit.postgres.PostgresDatabase;
import org.ara.testkit.postgres.PostgresServer;
import org.ara.testkit.sip.Conversation;
import org.ara.testkit.sip.OutgoingCall;
import org.ara.testkit.sip.PhoneAccount;
import org.ara.testkit.sip.SipPhone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers that share nothing but a PostgreSQL database serve the same phones and numbers. */
class SharedDatabaseTest {

  private static final Tone A = new Tone(440);
  private static final Tone E = new Tone(660);

  @TempDir Path homes;
  private TestServer first;
  private TestServer second;

  @BeforeEach
  void start() throws Exception {
    PostgresServer postgres = PostgresServer.shared();
    PostgresDatabase database =
        postgres.createDatabase(
            new WellKnownTables(Flavour.POSTGRESQL).of("sippeers", "extensions"));
    first = TestServer.onPostgres(homes.resolve("1"), database, postgres.port());
    second = TestServer.onPostgres(homes.resolve("2"), database, postgres.port());
  }

  @AfterEach
  void stop() {
    first.close();
    second.close();
  }

  @Test
  void aPhoneMayRegisterWithEitherServer() throws Exception {
    first.insertPhone("alice", "secret");
    try (SipPhone here = phone("alice", first);
        SipPhone there = phone("alice", second)) {
      assertThat(here.register().accepted()).isTrue();
      assertThat(there.register().accepted()).isTrue();
      assertThat(first.row("SELECT port FROM sippeers WHERE name = 'alice'"))
          .containsEntry("port", String.valueOf(there.address().getPort()));
    }
  }

  @Test
  void aPhoneOfOneServerCallsAPhoneOfTheOther() throws Exception {
    first.insertPhone("alice", "secret");
    first.insertPhone("bob", "secret");
    first.insertStep("200", 1, "Dial", "SIP/bob,20");
    try (SipPhone alice = phone("alice", first);
        SipPhone bob = phone("bob", second)) {
      assertThat(alice.register().accepted()).isTrue();
      assertThat(bob.register().accepted()).isTrue();

      OutgoingCall call = alice.call("200");
      Conversation atBob = bob.awaitCall().answer().say(E);
      Conversation atAlice = call.awaitAnswer().say(A);
      atAlice.awaitTone(E);
      atBob.awaitTone(A);
      atBob.hangUp();
      atAlice.awaitHangUp();

      second.sql("UPDATE extensions SET app = 'Busy', appdata = '1' WHERE exten = '200'");
      assertThat(alice.call("200").awaitOutcome().status()).isEqualTo(486);
    }
  }

  private static SipPhone phone(String name, TestServer server) {
    return SipPhone.open(PhoneAccount.of(name, "secret", server.sip()));
  }
}
