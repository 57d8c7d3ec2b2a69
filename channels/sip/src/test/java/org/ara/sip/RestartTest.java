package org.ara.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import org.ara.module.ModuleException;
import org.ara.pbx.dialplan.CurrentDialplan;
import org.ara.pbx.dialplan.Search;
import org.ara.realtime.Lookup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RestartTest extends CallFixture {

  @BeforeEach
  void name() throws ModuleException {
    driver.systemName = "here";
    driver.write("rtsavesysname=yes\nregcontext=regs", "");
    driver.restart();
    phone.close();
    phone = new RawPhone(driver.port(), "bob");
  }

  private void insert(String name, String server, long end) {
    driver.table.insert(
        "name",
        name,
        "secret",
        "s",
        "host",
        "dynamic",
        "qualify",
        "yes",
        "regserver",
        server,
        "regseconds",
        Long.toString(end),
        "ipaddr",
        "127.0.0.1",
        "port",
        "9");
  }

  private boolean exists(String number) throws ModuleException {
    return driver.require(CurrentDialplan.class).get().find(Search.priority("regs", number, 1))
        instanceof Lookup.Found;
  }

  @Test
  void phonesThatRegisteredHereAreAskedAndHaveTheirExtensionsAfterARestart() throws Exception {
    long now = Instant.now().getEpochSecond();
    register();
    assertThat(driver.table.row("bob")).containsEntry("regserver", "here");
    insert("eve", "there", now + 600);
    insert("old", "here", now - 600);
    insert("far", "here", now + 1_000_000);
    driver.table.set("bob", "qualify", "yes");
    driver.restart();

    assertThat(phone.receive()).startsWith("OPTIONS sip:bob@127.0.0.1:" + phone.port());
    await().until(() -> exists("bob") && exists("far"));
    assertThat(exists("eve")).isFalse();
    assertThat(exists("old")).isFalse();
  }

  @Test
  void aPhoneThatRegisteredElsewhereIsAskedThere() {
    insert("eve", "there", Instant.now().getEpochSecond() + 600);
    assertThat(driver.console("sip qualify peer eve load"))
        .contains("Peer eve is registered at 'there', which asks it.");
    assertThat(driver.console("sip show peer eve load")).contains("Status       : UNKNOWN");
  }

  @Test
  void theDatabaseMayComeBackLaterThanTheServer() throws ModuleException {
    insert("far", "here", Instant.now().getEpochSecond() + 600);
    driver.table.goAway(true);
    driver.restart();
    driver.table.goAway(false);
    await().until(() -> exists("far"));
  }

  @Test
  void whatWasAskedBeforeAPhoneRegisteredElsewhereIsNotWrittenOverWhatItDidThere() {
    driver.table.set("bob", "qualify", "100");
    register();
    assertThat(phone.receive()).startsWith("OPTIONS");
    driver.table.set("bob", "regseconds", "9999999999");
    driver.table.set("bob", "lastms", "17");
    await().until(() -> driver.console("sip show peers load").contains("UNREACHABLE"));
    await()
        .during(Duration.ofMillis(200))
        .until(() -> "17".equals(driver.table.row("bob").get("lastms")));
  }
}
