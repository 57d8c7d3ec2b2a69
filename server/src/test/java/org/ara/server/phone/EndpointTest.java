package org.ara.server.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.ara.driver.sql.schema.Flavour;
import org.ara.testkit.sip.Headers;
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
        .row(
            "SELECT group_concat(uri) AS all_of_them FROM ps_contacts WHERE id LIKE '" + aor + "%'")
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

  @Test
  void anAddressOfRecordHasAsManyContactsAsItMay() throws Exception {
    server.sql("UPDATE ps_aors SET max_contacts = 2, remove_existing = 'no' WHERE id = '201'");
    try (SipPhone desk = phone("201");
        SipPhone mobile = phone("201");
        SipPhone third = phone("201")) {
      assertThat(desk.register(300).contacts()).containsExactly(desk.contact());
      assertThat(mobile.register(200).contacts())
          .containsExactlyInAnyOrder(desk.contact(), mobile.contact());
      assertThat(third.register().status()).isEqualTo(403);
      server.sql("UPDATE ps_aors SET remove_existing = 'yes' WHERE id = '201'");
      assertThat(third.register().contacts())
          .as("the one that ends soonest gave way")
          .containsExactlyInAnyOrder(desk.contact(), third.contact());
      Headers all = Headers.none().with("Contact", "*").with("Expires", "0");
      assertThat(desk.register(all).contacts()).isEmpty();
      assertThat(contacts("201")).isEmpty();
    }
  }

  @Test
  void allContactsOfARequestAreAppliedTogetherOrNone() throws Exception {
    server.sql("UPDATE ps_aors SET max_contacts = 2 WHERE id = '201'");
    try (SipPhone phone = phone("201")) {
      Headers two =
          Headers.none()
              .with("Contact", "<sip:201@192.0.2.7;ob>;expires=20")
              .with("Contact", "<sip:201@192.0.2.8>;expires=99999")
              .with("Expires", "600");
      Registration both = phone.register(two);
      assertThat(both.contacts())
          .containsExactlyInAnyOrder("sip:201@192.0.2.7;ob", "sip:201@192.0.2.8");
      assertThat(both.response().headers().all("Contact"))
          .as("what is too short or too long is granted as it may be")
          .anyMatch(contact -> contact.endsWith(";expires=60"))
          .anyMatch(contact -> contact.endsWith(";expires=7200"));
      Headers three = two.with("Contact", "<sip:201@192.0.2.9>");
      assertThat(phone.register(three).status()).isEqualTo(403);
      Headers gone = Headers.none().with("Contact", "<sip:201@192.0.2.7;ob>;expires=0");
      assertThat(phone.register(gone).contacts()).containsExactly("sip:201@192.0.2.8");
      Headers everything = Headers.none().with("Contact", "*").with("Expires", "60");
      assertThat(phone.register(everything).status()).isEqualTo(400);
      assertThat(phone.register(Headers.none()).contacts()).containsExactly("sip:201@192.0.2.8");
    }
  }

  @Test
  void whoHasNoAddressOfRecordToRegisterIsTold() throws Exception {
    try (SipPhone phone = phone("201")) {
      server.sql("UPDATE ps_aors SET max_contacts = NULL WHERE id = '201'");
      assertThat(phone.register().status()).isEqualTo(403);
      server.sql("DELETE FROM ps_aors WHERE id = '201'");
      assertThat(phone.register().status()).isEqualTo(404);
      server.sql("UPDATE ps_endpoints SET aors = 'others' WHERE id = '201'");
      assertThat(phone.register().status()).isEqualTo(404);
      server.sql("UPDATE ps_endpoints SET aors = NULL WHERE id = '201'");
      assertThat(phone.register().status()).isEqualTo(403);
    }
  }

  @Test
  void nobodyCanTellUnknownNamesFromWrongPasswords() throws Exception {
    server.sql("UPDATE ps_endpoints SET auth = 'missing' WHERE id = '202'");
    for (String name : List.of("201", "202", "nobody")) {
      try (SipPhone phone = SipPhone.open(PhoneAccount.of(name, "wrong", server.sip()))) {
        Registration refused = phone.register();
        assertThat(refused.status()).as(name).isEqualTo(403);
        assertThat(refused.challenge()).isPresent();
      }
    }
  }

  @Test
  void hashesOfPasswordsAreAsGoodAsPasswords() throws Exception {
    server.sql(
        "UPDATE ps_auths SET auth_type = 'md5', password = NULL, md5_cred = ? WHERE id = '201'",
        "0b6dd1b5f9aa3e9f5ce1a6e5be9fd4ab");
    try (SipPhone phone = phone("201")) {
      assertThat(phone.register().status()).isEqualTo(403);
      server.sql("UPDATE ps_auths SET md5_cred = ? WHERE id = '201'", md5("201:asterisk:secret"));
      assertThat(
              SipPhone.open(PhoneAccount.of("201", "secret", server.sip()).algorithms("MD5"))
                  .register()
                  .accepted())
          .isTrue();
    }
  }

  private static String md5(String text) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aTrunkIsCalledAtItsConfiguredContactAndKnownByItsAddress() throws Exception {
    server.insertStep("600", 1, "Dial", "PJSIP/4711@carrier");
    server.insertStep("700", 1, "Hangup", "17");
    try (SipPhone carrier = phone("line");
        SipPhone caller = phone("201")) {
      server.sql(
          "INSERT INTO ps_aors (id, contact) VALUES ('carrier', ?)",
          "sip:127.0.0.1:" + carrier.address().getPort());
      server.sql(
          "INSERT INTO ps_endpoints (id, aors, context, allow, identify_by)"
              + " VALUES ('carrier', 'carrier', 'phones', '!all,alaw', 'ip')");
      OutgoingCall call = caller.call("600");
      IncomingCall called = carrier.awaitCall();
      assertThat(called.request().uri()).startsWith("sip:4711@127.0.0.1:");
      called.answer();
      call.awaitAnswer().hangUp();

      assertThat(carrier.call("700").awaitOutcome().status()).isIn(401, 403);
      server.sql(
          "INSERT INTO ps_endpoint_id_ips (id, endpoint, match)"
              + " VALUES ('carrier', 'carrier', '198.51.100.1,127.0.0.0/8')");
      await()
          .untilAsserted(
              () -> assertThat(carrier.call("700").awaitOutcome().status()).isEqualTo(486));
    }
  }

  @Test
  void contactsAreAskedWhetherTheyAreThere() throws Exception {
    server.sql("UPDATE ps_aors SET qualify_frequency = 1, qualify_timeout = 1 WHERE id = '201'");
    try (SipPhone phone = phone("201");
        SipPhone caller = phone("202")) {
      assertThat(phone.register().accepted()).isTrue();
      await().until(() -> server.execute("pjsip show contacts").text().contains(" Avail "));
      phone.close();
      await().until(() -> server.execute("pjsip show contacts").text().contains(" Unavail "));
      assertThat(server.execute("pjsip show endpoints").text())
          .containsPattern("Endpoint:  201 +Unavailable +0 of inf");
      assertThat(caller.call("201").awaitOutcome().status()).isEqualTo(503);
    }
  }

  @Test
  void whatTheConsoleShows() throws Exception {
    server.sql("UPDATE ps_endpoints SET callerid = 'Alice <201>' WHERE id = '201'");
    server.sql(
        "INSERT INTO ps_contacts (id, uri, expiration_time, endpoint)"
            + " VALUES ('201^3B@x', 'sip:201@192.0.2.7:5062^3Bob', 9999999999, '201')");
    assertThat(server.execute("pjsip show endpoints").text().lines())
        .contains(
            " Endpoint:  <Endpoint/CID.....................................>  <State.....>"
                + "  <Channels.>",
            "    I/OAuth:  <AuthId/UserName.............................................."
                + ".............>",
            "        Aor:  <Aor............................................>  <MaxContact>",
            "      Contact:  <Aor/ContactUri..........................> <Hash....> <Status>"
                + " <RTT(ms)..>",
            " Endpoint:  201/Alice <201>                                      Not in use    0 of"
                + " inf",
            "     InAuth:  201/201",
            "        Aor:  201                                                1",
            "      Contact:  201/sip:201@192.0.2.7:5062;ob              7d1152b731 NonQual"
                + "         nan",
            " Endpoint:  202                                                  Unavailable   0 of"
                + " inf",
            "Objects found: 2");
    assertThat(server.execute("pjsip show endpoint 201").text())
        .contains(" ParameterName                      : ParameterValue")
        .contains(" allow                              : ulaw,alaw");
    assertThat(server.execute("pjsip show auth 201").text())
        .contains("     Auth:  201/201")
        .contains(" password                           : <hidden>");
    assertThat(server.execute("pjsip list aors like ^202").text())
        .contains("Aor:  202")
        .doesNotContain("Aor:  201");
    assertThat(server.execute("pjsip show endpoint nobody").text())
        .contains("Unable to find object nobody.");
  }

  @Test
  void contactsOfAnEarlierRunHoldUnlessTheyEnded() throws Exception {
    server.sql("UPDATE ps_aors SET qualify_frequency = 1 WHERE id = '201'");
    try (SipPhone phone = phone("201");
        SipPhone caller = phone("202")) {
      assertThat(phone.register().accepted()).isTrue();
      server.sql(
          "INSERT INTO ps_contacts (id, uri, expiration_time, endpoint)"
              + " VALUES ('202^3B@x', 'sip:202@192.0.2.7', 1000, '202')");
      server.close();
      server = TestServer.onSqlite(home);
      await().until(() -> contacts("202").isEmpty());
      await().until(() -> server.execute("pjsip show contacts").text().contains(" Avail "));
    }
  }

  @Test
  void allContactsRingWhereTheDialplanWantsIt() throws Exception {
    server.sql("UPDATE ps_aors SET max_contacts = 2 WHERE id = '201'");
    server.insertStep("600", 1, "Dial", "${PJSIP_DIAL_CONTACTS(201)}");
    server.insertStep("601", 1, "Dial", "PJSIP/${PJSIP_ENDPOINT(201,aors)}/201,5");
    try (SipPhone desk = phone("201");
        SipPhone mobile = phone("201");
        SipPhone caller = phone("202")) {
      assertThat(desk.register(100).accepted()).isTrue();
      assertThat(mobile.register(200).accepted()).isTrue();
      OutgoingCall call = caller.call("600");
      IncomingCall atTheDesk = desk.awaitCall();
      IncomingCall atTheMobile = mobile.awaitCall().ring();
      atTheDesk.answer();
      atTheMobile.awaitCancelled();
      call.awaitAnswer().hangUp();

      OutgoingCall toTheAor = caller.call("601");
      mobile.awaitCall().answer();
      toTheAor.awaitAnswer().hangUp();
      assertThat(desk.called()).as("the one that registered for longest is called").isFalse();
    }
  }

  @Test
  void anEndpointMayBeAskedInARealmOfItsOwn() throws Exception {
    server.sql("UPDATE ps_auths SET realm = 'example.com' WHERE id = '201'");
    try (SipPhone phone = phone("201")) {
      Registration registration = phone.register();
      assertThat(registration.accepted()).isTrue();
      assertThat(registration.challenge().orElseThrow().parameters())
          .containsEntry("realm", "example.com");
    }
  }

  @Test
  void sorceryNamesOtherFamilies() throws Exception {
    server.close();
    Files.writeString(
        home.resolve("etc/sorcery.conf"),
        """
        [res_pjsip]
        endpoint/cache = memory_cache,expire_on_reload=yes
        endpoint = realtime,my_endpoints
        contact = config,pjsip.conf,criteria=type=contact
        """);
    Path mappings = home.resolve("etc/extconfig.conf");
    Files.writeString(
        mappings, Files.readString(mappings).replace("ps_endpoints =>", "my_endpoints =>"));
    server = TestServer.onSqlite(home);
    assertThat(server.execute("pjsip show endpoints").text()).contains("Objects found: 2");
    try (SipPhone phone = phone("201")) {
      assertThat(phone.register().status())
          .as("contacts have no table, so that none can be kept")
          .isEqualTo(503);
    }
  }

  @Test
  void namesThatDifferInCaseAreDifferentNames() throws Exception {
    EndpointTables.insert(server, "bob", 1);
    EndpointTables.insert(server, "BOB", 1);
    try (SipPhone one = phone("bob");
        SipPhone other = phone("BOB")) {
      assertThat(one.register().contacts()).containsExactly(one.contact());
      assertThat(other.register().contacts()).containsExactly(other.contact());
      assertThat(one.register().contacts()).containsExactly(one.contact());
    }
  }
}
