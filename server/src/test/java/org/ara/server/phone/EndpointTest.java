package org.ara.server.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ara.driver.sql.schema.Flavour;
import org.ara.testkit.sip.IncomingCall;
import org.ara.testkit.sip.OutgoingCall;
import org.ara.testkit.sip.PhoneAccount;
import org.ara.testkit.sip.Registration;
import org.ara.testkit.sip.SipPhone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Phones that are endpoints: rows of ps_endpoints, ps_auths and ps_aors. */
class EndpointTest {

  @TempDir Path home;
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    Files.createDirectories(home.resolve("etc"));
    Files.writeString(
        home.resolve("etc/extconfig.conf"),
        """
        [settings]
        ps_endpoints => sqlite3,ara,ps_endpoints
        ps_auths => sqlite3,ara,ps_auths
        ps_aors => sqlite3,ara,ps_aors
        ps_contacts => sqlite3,ara,ps_contacts
        ps_endpoint_id_ips => sqlite3,ara,ps_endpoint_id_ips
        extensions => sqlite3,ara,extensions
        """);
    server = TestServer.onSqlite(home);
    EndpointTables.create(server, Flavour.SQLITE);
    server.insertStep("_2XX", 1, "Dial", "PJSIP/${EXTEN}");
    EndpointTables.insert(server, "201", 1);
    EndpointTables.insert(server, "202", 1);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private SipPhone phone(String name) {
    return SipPhone.open(PhoneAccount.of(name, "secret", server.sip()));
  }

  private List<String> contacts(String aor) throws Exception {
    return server
        .row("SELECT group_concat(uri) AS all_of_them FROM ps_contacts WHERE id LIKE '" + aor + "%'")
        .values()
        .stream()
        .filter(uri -> uri != null)
        .flatMap(uris -> List.of(uris.split(",")).stream())
        .toList();
  }

  @Test
  void aRegistrationIsARowOfContacts() throws Exception {
    try (SipPhone phone = phone("201")) {
      Registration registration = phone.register(600);
      assertThat(registration.accepted()).isTrue();
      assertThat(registration.expires()).isEqualTo(600);
      assertThat(server.row("SELECT * FROM ps_contacts"))
          .containsEntry("endpoint", "201")
          .containsEntry("uri", phone.contact().replace(";", "^3B"))
          .hasEntrySatisfying("id", id -> assertThat(id).startsWith("201^3B@"))
          .containsEntry("via_addr", "127.0.0.1");
      assertThat(phone.register(600).accepted()).isTrue();
      assertThat(contacts("201")).hasSize(1);
      assertThat(phone.unregister().accepted()).isTrue();
      assertThat(contacts("201")).isEmpty();
    }
  }

  @Test
  void oneEndpointCallsAnother() throws Exception {
    try (SipPhone caller = phone("201");
        SipPhone callee = phone("202")) {
      assertThat(callee.register().accepted()).isTrue();
      OutgoingCall call = caller.call("202");
      IncomingCall ringing = callee.awaitCall();
      assertThat(server.execute("core show channels concise").text())
          .contains("PJSIP/201-")
          .contains("PJSIP/202-");
      ringing.answer();
      call.awaitAnswer().hangUp();
    }
  }
}
