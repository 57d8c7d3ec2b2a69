package org.ara.server.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.ara.driver.sql.schema.Flavour;
import org.ara.driver.sql.schema.WellKnownTables;
import org.ara.testkit.postgres.PostgresDatabase;
import org.ara.testkit.postgres.PostgresServer;
import org.ara.testkit.proxy.FaultyProxy;
import org.ara.testkit.sip.PhoneAccount;
import org.ara.testkit.sip.Registration;
import org.ara.testkit.sip.SipPhone;
import org.ara.testkit.sip.SipResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database goes away and comes back; the server says so and recovers by itself. */
class OutageTest {

  @TempDir Path home;
  private FaultyProxy proxy;
  private PostgresDatabase database;

  @BeforeEach
  void start() {
    PostgresServer postgres = PostgresServer.shared();
    database =
        postgres.createDatabase(
            new WellKnownTables(Flavour.POSTGRESQL).of("sippeers", "extensions"));
    proxy = new FaultyProxy(postgres.host(), postgres.port());
  }

  @AfterEach
  void stop() {
    proxy.close();
  }

  @Test
  void anOutageIsAnsweredWith503AndNeverLooksLikeAMissingPhone() throws Exception {
    try (TestServer server = TestServer.onPostgres(home, database, proxy.port());
        SipPhone alice = phone(server)) {
      server.insertPhone("alice", "secret");
      server.insertStep("200", 1, "Answer", "");
      server.insertStep("200", 2, "Echo", "");
      assertThat(alice.register().accepted()).isTrue();

      proxy.refuse();
      Registration during = alice.register();
      assertThat(during.status()).isEqualTo(503);
      assertThat(during.response().header("Retry-After")).matches("[0-9]+.*");
      SipResponse call = alice.call("200").awaitOutcome();
      assertThat(call.status()).isEqualTo(503);
      assertThat(call.header("Retry-After")).matches("[0-9]+.*");

      proxy.pass();
      awaitRegistered(alice);
      assertThat(alice.call("200").awaitAnswer().hangUp().status()).isEqualTo(200);
    }
  }

  @Test
  void aServerStartedWithoutItsDatabaseServesOnceItIsThere() throws Exception {
    database.execute("INSERT INTO sippeers (name, secret) VALUES ('alice', 'secret')");
    proxy.refuse();
    try (TestServer server = TestServer.onPostgres(home, database, proxy.port());
        SipPhone alice = phone(server)) {
      assertThat(alice.register().status()).isEqualTo(503);
      proxy.pass();
      awaitRegistered(alice);
    }
  }

  private static void awaitRegistered(SipPhone phone) {
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> phone.register().accepted());
  }

  private static SipPhone phone(TestServer server) {
    PhoneAccount account = PhoneAccount.of("alice", "secret", server.sip());
    return SipPhone.open(account.patience(Duration.ofSeconds(20)));
  }
}
