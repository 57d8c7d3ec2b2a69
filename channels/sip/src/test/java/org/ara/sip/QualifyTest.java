package org.ara.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.ara.module.ModuleException;
import org.ara.pbx.ChannelDriver.Requested;
import org.ara.pbx.HangupCause;
import org.ara.pbx.device.DeviceState;
import org.junit.jupiter.api.Test;

class QualifyTest extends CallFixture {

  private String receive(String start) {
    String message = phone.receive();
    while (!message.startsWith(start)) {
      message = phone.receive();
    }
    return message;
  }

  private DeviceState state() {
    return driver.exchange.pbx().driver("SIP").orElseThrow().state("bob");
  }

  private String shown() {
    return driver.console("sip show peer bob load");
  }

  @Test
  void aRegisteredRowIsAskedAtOnceAndItsAnswerIsKept() {
    driver.table.set("bob", "qualify", "yes");
    register();
    assertThat(shown()).contains("Status       : UNKNOWN");
    String options = receive("OPTIONS");
    assertThat(options).startsWith("OPTIONS sip:bob@127.0.0.1:" + phone.port() + ";ob SIP/2.0");
    phone.send(reply(options, "200 OK", "", ""));
    await().until(() -> shown().contains("Status       : OK ("));
    await().until(() -> !"0".equals(driver.table.row("bob").get("lastms")));
    assertThat(state()).isEqualTo(DeviceState.NOT_INUSE);
    assertThat(driver.console("sip show peers load"))
        .contains("[Monitored: 1 online, 0 offline Unmonitored: 0 online, 0 offline]");
  }

  @Test
  void aPeerThatDoesNotAnswerCannotBeDialledUntilItAnswersAgain() {
    driver.table.set("bob", "qualify", "100");
    register();
    receive("OPTIONS");
    await().until(() -> shown().contains("UNREACHABLE"));
    await().until(() -> "-1".equals(driver.table.row("bob").get("lastms")));
    assertThat(state()).isEqualTo(DeviceState.UNAVAILABLE);
    assertThat(dial("bob"))
        .isInstanceOfSatisfying(
            Requested.Refused.class,
            refused -> assertThat(refused.cause()).isEqualTo(HangupCause.SUBSCRIBER_ABSENT));

    driver.table.set("bob", "qualify", "10000");
    register();
    phone.send(reply(receive("OPTIONS"), "404 Not Found", "", ""));
    await().until(() -> shown().contains("Status       : OK ("));
    assertThat(state()).isEqualTo(DeviceState.NOT_INUSE);
  }

  @Test
  void whoIsNotRegisteredAnyMoreIsNotAskedAnyMore() {
    driver.table.set("bob", "qualify", "yes");
    register();
    phone.send(reply(receive("OPTIONS"), "200 OK", "", ""));
    await().until(() -> shown().contains("OK ("));
    assertThat(
            phone.authenticated(
                "REGISTER", "127.0.0.1", "s3cret", "Contact: *\r\nExpires: 0\r\n", ""))
        .startsWith("SIP/2.0 200");
    assertThat(driver.console("sip qualify peer bob load"))
        .contains("Peer bob has no qualify, or is not registered.");
    assertThat(driver.console("sip qualify peer nobody load")).contains("Peer nobody not found.");
  }

  @Test
  void anEmptyLineKeepsTheWayThroughANatOpen() {
    driver.table.set("bob", "keepalive", "1");
    register();
    assertThat(receive("\r\n")).isEqualTo("\r\n");
  }

  @Test
  void aSectionWithAHostIsAskedAndGoesOnBeingAskedAfterAReload() throws ModuleException {
    String section = "[trunk]\ntype=peer\nhost=127.0.0.1\nport=" + phone.port() + "\nqualify=yes\n";
    driver.write("", section);
    driver.reload();
    phone.send(reply(receive("OPTIONS"), "200 OK", "", ""));
    await().until(() -> driver.console("sip show peers").contains("OK ("));
    driver.reload();
    assertThat(driver.console("sip show peers")).contains("OK (");
  }
}
