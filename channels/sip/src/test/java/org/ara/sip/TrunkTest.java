package org.ara.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows that are known by where their calls come from. */
class TrunkTest extends CallFixture {

  private static final String TARGET = "600@127.0.0.1";

  @BeforeEach
  void insert() {
    driver.table.insert("name", "trunk", "type", "peer", "host", "127.0.0.1", "port", "9");
  }

  private void set(String column, String value) {
    driver.table.set("trunk", column, value);
  }

  /** What a call of somebody whose name is no peer's comes to, at first. */
  private String call(String target) {
    try (RawPhone caller = new RawPhone(driver.port(), "4711")) {
      if (driver.table.row("trunk").get("port") instanceof String port && port.equals("own")) {
        set("port", Integer.toString(caller.port()));
      }
      caller.send(caller.request("INVITE", target, caller.contact(), sdp("0")));
      return caller.answer();
    }
  }

  private String newest() {
    return List.copyOf(driver.exchange.pbx().channels()).getLast().name();
  }

  @Test
  void aTrunkIsKnownByItsAddressAndPort() {
    assertThat(call(TARGET)).as("another port").startsWith("SIP/2.0 401");
    set("port", "own");
    assertThat(call(TARGET)).startsWith("SIP/2.0 200");
    assertThat(newest()).startsWith("SIP/trunk-");
  }

  @Test
  void itMayBeExcusedFromItsPortAndFromItsPassword() {
    set("insecure", "port");
    assertThat(call(TARGET)).startsWith("SIP/2.0 200");
    set("secret", "s3cret");
    assertThat(call(TARGET)).as("its port alone").startsWith("SIP/2.0 401");
    set("insecure", "port,invite");
    assertThat(call(TARGET)).startsWith("SIP/2.0 200");
    set("insecure", "invite");
    assertThat(call(TARGET)).as("its password alone").startsWith("SIP/2.0 401");
  }

  @Test
  void anAddressThatIsNotPermittedIsNobodys() {
    set("insecure", "port,invite");
    set("deny", "127.0.0.0/8");
    assertThat(call(TARGET)).startsWith("SIP/2.0 401");
    set("permit", "127.0.0.1");
    assertThat(call(TARGET)).startsWith("SIP/2.0 200");
    set("acl", "nobody");
    assertThat(call(TARGET)).startsWith("SIP/2.0 401");
    set("acl", "home");
    assertThat(call(TARGET)).startsWith("SIP/2.0 200");
  }

  @Test
  void aUserIsNotKnownByItsAddress() {
    set("insecure", "port,invite");
    set("type", "user");
    assertThat(call(TARGET)).startsWith("SIP/2.0 401");
  }

  @Test
  void aDynamicRowIsKnownByWhereItRegistered() {
    register();
    phone.close();
    driver.table.set("bob", "insecure", "port,invite");
    assertThat(call(TARGET)).startsWith("SIP/2.0 200");
    assertThat(newest()).startsWith("SIP/bob-");
  }
}
