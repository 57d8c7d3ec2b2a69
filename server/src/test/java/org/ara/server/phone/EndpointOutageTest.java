package org.ara.server.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ara.driver.sql.schema.Flavour;
import org.ara.driver.sql.schema.WellKnownTables;
import org.ara.testkit.postgres.PostgresDatabase;
import org.ara.testkit.postgres.PostgresServer;
import org.ara.testkit.proxy.FaultyProxy;
import org.ara.testkit.sip.PhoneAccount;
import org.ara.testkit.sip.SipPhone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Endpoints in PostgreSQL, which goes away and comes back. */
class EndpointOutageTest {

  @TempDir Path home;
  private FaultyProxy proxy;
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    List<String> families = new ArrayList<>(EndpointTables.NAMES);
    families.add("extensions");
    PostgresServer postgres = PostgresServer.shared();
    PostgresDatabase database =
        postgres.createDatabase(
            new WellKnownTables(Flavour.POSTGRESQL).of(families.toArray(String[]::new)));
    proxy = new FaultyProxy(postgres.host(), postgres.port());
    server = TestServer.onPostgres(home, database, proxy.port(), families);
    EndpointTables.insert(server, "201", 1);
    EndpointTables.insert(server, "202", 1);
    server.insertStep("_2XX", 1, "Dial", "PJSIP/${EXTEN}");
  }

  @AfterEach
  void stop() {
    server.close();
    proxy.close();
  }

  private SipPhone phone(String name) {
    PhoneAccount account = PhoneAccount.of(name, "secret", server.sip());
    return SipPhone.open(account.patience(Duration.ofSeconds(20)));
  }

  @Test
  void anOutageNeverLooksLikeAMissingEndpoint() throws Exception {
    try (SipPhone caller = phone("201");
        SipPhone callee = phone("202")) {
      assertThat(callee.register().accepted()).isTrue();
      proxy.refuse();
      assertThat(callee.register().status()).isEqualTo(503);
      assertThat(caller.call("202").awaitOutcome().status()).isEqualTo(503);
      assertThat(server.execute("pjsip show endpoints").text()).doesNotContain("No objects found");

      proxy.pass();
      await()
          .atMost(Duration.ofSeconds(20))
          .pollInterval(Duration.ofMillis(200))
          .until(() -> callee.register().contacts().equals(List.of(callee.contact())));
      var call = caller.call("202");
      callee.awaitCall().answer();
      assertThat(call.awaitAnswer().hangUp().status()).isEqualTo(200);
      assertThat(callee.unregister().contacts()).isEmpty();
    }
  }
}
