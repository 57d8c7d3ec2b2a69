package org.ara.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ara.module.ModuleException;
import org.ara.realtime.Condition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init") // each test starts a driver with settings of its own
class LifeOfAPeerTest {

  private RunningDriver driver;
  private RawPhone phone;

  private void start(String general, String peers) throws ModuleException {
    driver = new RunningDriver(general, peers);
    phone = new RawPhone(driver.port(), "bob");
  }

  private void start(String general) throws ModuleException {
    start(general, "");
    driver.table.insert(
        "name", "bob", "secret", "s3cret", "host", "dynamic", "regseconds", "0", "ipaddr", "");
  }

  @AfterEach
  void stop() {
    phone.close();
    driver.close();
  }

  private String register(String password) {
    return phone.authenticated("REGISTER", "127.0.0.1", password, phone.contact(), "");
  }

  @Test
  void aRowIsReadAtEveryUse() throws ModuleException {
    start("");
    assertThat(register("s3cret")).startsWith("SIP/2.0 200");
    driver.table.set("bob", "secret", "other");
    assertThat(register("s3cret")).startsWith("SIP/2.0 403");
    assertThat(driver.console("sip show peers")).doesNotContain("bob");
  }

  @Test
  void aKeptPeerIsUsedUntilItIsPruned() throws ModuleException {
    start("rtcachefriends=yes");
    assertThat(register("s3cret")).startsWith("SIP/2.0 200");
    assertThat(driver.console("sip show peers")).contains("bob/bob", "Cached RT");
    driver.table.set("bob", "secret", "other");
    assertThat(register("s3cret")).startsWith("SIP/2.0 200");

    assertThat(driver.console("sip prune realtime peer nobody"))
        .isEqualTo("FAILURE\nPeer 'nobody' not found.\n");
    assertThat(driver.console("sip prune realtime bob")).isEqualTo("Peer 'bob' pruned.\n");
    assertThat(driver.console("sip prune realtime all")).isEqualTo("No peers found to prune.\n");
    assertThat(register("s3cret")).startsWith("SIP/2.0 403");
    assertThat(driver.table.row("bob").get("ipaddr"))
        .as("pruning leaves the registration")
        .isEqualTo("127.0.0.1");
    assertThat(driver.console("sip prune realtime like ^b")).isEqualTo("1 peers pruned.\n");
  }

  @Test
  void aKeptPeerIsNeverBehindWhileTheDatabaseTellsOfChanges() throws ModuleException {
    start("rtcachefriends=yes");
    driver.table.tellOfChanges();
    assertThat(register("s3cret")).startsWith("SIP/2.0 200");
    driver.table.set("bob", "secret", "other");
    assertThat(register("s3cret")).startsWith("SIP/2.0 403");
    assertThat(driver.console("sip show peers")).contains("Cached RT");
    driver.table.set("bob", "ipaddr", "192.0.2.77");
    assertThat(driver.console("sip show peers")).contains("192.0.2.77");
    assertThat(driver.console("sip show peer bob")).contains("Addr->IP     : 192.0.2.77:");
    driver.table.destroy("sippeers", List.of(Condition.equal("name", "bob")));
    assertThat(driver.console("sip show peers")).doesNotContain("bob");
  }

  @Test
  void anEndedRegistrationIsClearedOnceItIsSeen() throws ModuleException {
    start("");
    long ended = Instant.now().getEpochSecond() - 60;
    driver.table.set("bob", "regseconds", Long.toString(ended));
    driver.table.set("bob", "ipaddr", "192.0.2.1");
    driver.table.set("bob", "fullcontact", "sip:bob@192.0.2.1");
    driver.console("sip show peer bob load");

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(driver.table.row("bob"))
                    .containsEntry("ipaddr", "")
                    .containsEntry("regseconds", "0"));
  }

  @Test
  void anEndedRegistrationStaysWhereThatIsWanted() throws ModuleException {
    start("ignoreregexpire=yes");
    driver.table.set("bob", "regseconds", "1700000000");
    driver.table.set("bob", "ipaddr", "192.0.2.1");
    assertThat(driver.console("sip show peer bob load")).contains("192.0.2.1:");
  }

  @Test
  void anOperatorForgetsWhereAPeerIs() throws ModuleException {
    start("");
    register("s3cret");
    assertThat(driver.console("sip unregister bob")).isEqualTo("Unregistered peer 'bob'\n\n");
    assertThat(driver.table.row("bob")).containsEntry("ipaddr", "").containsEntry("port", "0");
    assertThat(driver.console("sip unregister bob")).contains("Peer bob not registered\n");
    assertThat(driver.console("sip unregister nobody"))
        .contains("Peer unknown: 'nobody'. Not unregistered.\n");
  }

  @Test
  void registrationsOfSectionsOutliveTheServer() throws ModuleException {
    start("", "[carol]\ntype=friend\nhost=dynamic\nsecret=c\n");
    int port;
    try (RawPhone carol = new RawPhone(driver.port(), "carol")) {
      port = carol.port();
      assertThat(carol.authenticated("REGISTER", "127.0.0.1", "c", carol.contact(), ""))
          .startsWith("SIP/2.0 200");
    }
    assertThat(driver.database.get("SIP/Registry", "carol").orElseThrow())
        .matches("127\\.0\\.0\\.1:" + port + ":[0-9]{10}:carol:sip:carol@127\\.0\\.0\\.1:.*");
    driver.restart();
    assertThat(driver.console("sip show peer carol")).contains("Addr->IP     : 127.0.0.1:" + port);
    assertThat(driver.console("sip unregister carol")).contains("Unregistered peer");
    assertThat(driver.database.get("SIP/Registry", "carol")).isEmpty();
  }

  @Test
  void withoutWritingBackRegistrationsOfRowsAreKeptApart() throws ModuleException {
    start("rtupdate=no");
    assertThat(register("s3cret")).startsWith("SIP/2.0 200");
    assertThat(driver.table.row("bob")).containsEntry("ipaddr", "");
    driver.restart();
    assertThat(driver.console("sip show peer bob load"))
        .contains("Addr->IP     : 127.0.0.1:" + phone.port());
  }
}
