package org.ara.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.ara.module.ModuleException;
import org.ara.sip.transport.Protocol;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetersTest extends CallFixture {

  private final SimpleMeterRegistry seen = new SimpleMeterRegistry();

  @BeforeEach
  void look() {
    driver.meters.add(seen);
  }

  private double counted(String name, String... tags) {
    return seen.get(name).tags(tags).functionCounter().count();
  }

  private double shown(String name, String... tags) {
    return seen.get(name).tags(tags).gauge().value();
  }

  @Test
  void messagesAreCountedByProtocol() {
    register();
    assertThat(counted("ara.sip.received", "protocol", "UDP")).isEqualTo(2);
    await().until(() -> counted("ara.sip.sent", "protocol", "UDP") == 2);
    assertThat(counted("ara.sip.received", "protocol", "TCP")).isZero();
    phone.send("this is no SIP");
    await().until(() -> counted("ara.sip.dropped", "protocol", "UDP", "reason", "not-sip") == 1);
  }

  @Test
  void connectionsAreCountedAfterAReloadToo() throws ModuleException {
    driver.write("tcpenable=yes\ntcpbindaddr=127.0.0.1:0", "");
    driver.reload();
    assertThat(shown("ara.sip.connections", "protocol", "TCP")).isZero();
    try (StreamLine line = StreamLine.tcp(driver.port(Protocol.TCP))) {
      assertThat(line.port()).isPositive();
      await().until(() -> shown("ara.sip.connections", "protocol", "TCP") == 1);
    }
  }

  @Test
  void registrationsAtProvidersAreCountedByState() throws ModuleException {
    driver.write("register=1234@127.0.0.1:" + phone.port(), "");
    driver.reload();
    String register = phone.receive();
    assertThat(shown("ara.sip.provider.registrations", "state", "request-sent")).isEqualTo(1);
    phone.send(reply(register, "200 OK", "Expires: 600\r\n", ""));
    await().until(() -> shown("ara.sip.provider.registrations", "state", "registered") == 1);
  }

  @Test
  void anUnloadedDriverTellsNothing() {
    driver.close();
    assertThat(seen.getMeters()).isEmpty();
  }
}
