package org.ara.server.manager;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.ara.driver.sql.schema.Flavour;
import org.ara.server.phone.EndpointTables;
import org.ara.testkit.sip.PhoneAccount;
import org.ara.testkit.sip.SipPhone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Actions on PJSIP endpoints, and the events of their contacts. */
class EndpointActionsTest {

  private ManagerHome home;
  private RawManager boss;

  @BeforeEach
  void start(@TempDir Path directory) throws Exception {
    Files.createDirectories(directory.resolve("etc"));
    Files.writeString(
        directory.resolve("etc/extconfig.conf"),
        EndpointTables.NAMES.stream()
            .map(name -> name + " => sqlite3,ara," + name + "\n")
            .collect(Collectors.joining("", "[settings]\n", "")));
    home = ManagerHome.start(directory);
    EndpointTables.create(home.server(), Flavour.SQLITE);
    EndpointTables.insert(home.server(), "201", 1);
    boss = home.login("boss", "s3cret");
  }

  @AfterEach
  void stop() throws Exception {
    boss.close();
    home.close();
  }

  @Test
  void endpointsAreListedAndTold() throws Exception {
    boss.send("Action: Events", "EventMask: off");
    boss.send("Action: PJSIPShowEndpoints");
    assertThat(boss.event("EndpointList"))
        .containsEntry("ObjectType", "endpoint")
        .containsEntry("ObjectName", "201")
        .containsEntry("Auths", "201")
        .containsEntry("DeviceState", "Unavailable")
        .containsEntry("ActiveChannels", "0");
    assertThat(boss.event("EndpointListComplete")).containsEntry("ListItems", "1");

    boss.send("Action: PJSIPShowEndpoint", "Endpoint: 201");
    assertThat(boss.event("EndpointDetail"))
        .containsEntry("Allow", "ulaw,alaw")
        .containsKey("DirectMedia");
    assertThat(boss.event("AuthDetail")).containsEntry("Password", "<hidden>");
    assertThat(boss.event("AorDetail")).containsEntry("MaxContacts", "1");
    assertThat(boss.event("EndpointDetailComplete")).containsEntry("ListItems", "3");

    boss.send("Action: PJSIPShowAuths");
    assertThat(boss.event("AuthList")).containsEntry("Password", "<hidden>");
    boss.send("Action: PJSIPShowAors");
    assertThat(boss.event("AorList")).containsEntry("ObjectName", "201");
    assertThat(boss.event("AorListComplete")).containsEntry("ListItems", "1");
  }

  @Test
  void whatIsMissingIsSaid() throws Exception {
    boss.send("Action: Events", "EventMask: off");
    Map<String, String> start = boss.block();
    while (!start.containsKey("Response")) {
      start = boss.block();
    }
    assertThat(boss.ask("Action: PJSIPShowEndpoint"))
        .containsEntry("Message", "Endpoint parameter missing.");
    assertThat(boss.ask("Action: PJSIPQualify", "Endpoint: nobody"))
        .containsEntry("Response", "Error")
        .containsEntry("Message", "Unable to retrieve endpoint nobody");
  }

  @Test
  void contactsComeAndGo() throws Exception {
    PhoneAccount account = PhoneAccount.of("201", "secret", home.server().sip());
    try (SipPhone phone = SipPhone.open(account)) {
      assertThat(phone.register().accepted()).isTrue();
      assertThat(boss.event("ContactStatus"))
          .containsEntry("URI", phone.contact())
          .containsEntry("ContactStatus", "Created")
          .containsEntry("AOR", "201")
          .containsEntry("EndpointName", "201");
      assertThat(boss.event("PeerStatus"))
          .containsEntry("Peer", "PJSIP/201")
          .containsEntry("PeerStatus", "Reachable");
      boss.send("Action: PJSIPShowContacts");
      assertThat(boss.event("ContactList"))
          .containsEntry("Uri", phone.contact())
          .containsEntry("Status", "NonQualified");
      assertThat(phone.unregister().accepted()).isTrue();
      assertThat(boss.event("ContactStatus")).containsEntry("ContactStatus", "Removed");
      assertThat(boss.event("PeerStatus")).containsEntry("PeerStatus", "Unreachable");
    }
  }
}
