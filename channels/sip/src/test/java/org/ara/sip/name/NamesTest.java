package org.ara.sip.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.handler.codec.dns.DnsResponseCode;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NamesTest {

  private static final String HOST = "sip.example.test";

  private final TestNameServer server = new TestNameServer();
  private final Names names = new Names(new Naming(true, List.of(server.address())));

  @AfterEach
  void stop() {
    names.close();
    server.close();
  }

  private List<String> addresses(String host) {
    return names.addresses(host).orNone().stream().map(InetAddress::getHostAddress).toList();
  }

  @Test
  void addressesAreAskedForOnceAsLongAsTheyHold() {
    server.host(HOST, "192.0.2.1", "192.0.2.2");
    server.set(HOST, DnsRecordType.AAAA, 60, TestNameServer.address("2001:db8::1"));
    for (int i = 0; i < 3; i++) {
      assertThat(addresses(HOST)).containsExactly("192.0.2.1", "192.0.2.2", "2001:db8:0:0:0:0:0:1");
    }
    assertThat(addresses(HOST.toUpperCase(java.util.Locale.ROOT))).hasSize(3);
    assertThat(server.asked(HOST, DnsRecordType.A)).isOne();
  }

  @Test
  void whatHeldForASecondIsAskedForAgain() {
    server.set(HOST, DnsRecordType.A, 1, TestNameServer.address("192.0.2.1"));
    assertThat(addresses(HOST)).containsExactly("192.0.2.1");
    server.host(HOST, "192.0.2.9");
    await().until(() -> addresses(HOST).equals(List.of("192.0.2.9")));
  }

  @Test
  void thatThereIsNothingIsRememberedAsWell() {
    for (int i = 0; i < 3; i++) {
      assertThat(names.services("_sip._udp.none.test"))
          .isInstanceOfSatisfying(
              Answer.Given.class, given -> assertThat(given.records()).isEmpty());
    }
    assertThat(server.asked("_sip._udp.none.test", DnsRecordType.SRV)).isOne();
  }

  @Test
  void servicesAndPointersAreRead() {
    server.set("a.test", DnsRecordType.SRV, 60, TestNameServer.service(1, 2, 5070, HOST));
    server.set(
        "a.test",
        DnsRecordType.NAPTR,
        60,
        TestNameServer.pointer(10, 20, "s", "SIP+D2T", "_sip._tcp.a.test"));
    assertThat(names.services("a.test").orNone()).containsExactly(new Service(1, 2, 5070, HOST));
    assertThat(names.pointers("a.test").orNone())
        .containsExactly(new Pointer(10, 20, "s", "SIP+D2T", "_sip._tcp.a.test"));
  }

  @Test
  void brokenRecordsAreLeftOut() {
    server.set(
        "a.test",
        DnsRecordType.SRV,
        60,
        new byte[] {1, 2, 3},
        TestNameServer.service(1, 2, 5070, HOST),
        new byte[] {0, 1, 0, 2, 0, 3, 63, 'x'});
    server.set(HOST, DnsRecordType.A, 60, new byte[] {1, 2, 3}, new byte[] {(byte) 192, 0, 2, 1});
    assertThat(names.services("a.test").orNone()).containsExactly(new Service(1, 2, 5070, HOST));
    assertThat(addresses(HOST)).containsExactly("192.0.2.1");
  }

  @Test
  void aServerThatFailsLeavesWhatItSaidBefore() {
    server.set(HOST, DnsRecordType.A, 1, TestNameServer.address("192.0.2.1"));
    assertThat(addresses(HOST)).hasSize(1);
    server.fault(DnsResponseCode.SERVFAIL);
    await().until(() -> server.asked(HOST, DnsRecordType.A) > 1 || addresses(HOST).isEmpty());
    assertThat(addresses(HOST)).containsExactly("192.0.2.1");
    assertThat(names.addresses("other.test")).isInstanceOf(Answer.Missing.class);
  }

  @Test
  void aServerThatIsSilentIsAskedTwiceAndMissed() {
    server.silent(true);
    assertThat(names.addresses(HOST)).isInstanceOf(Answer.Missing.class);
    assertThat(names.addresses(HOST)).isInstanceOf(Answer.Missing.class);
    assertThat(server.asked(HOST, DnsRecordType.A)).isEqualTo(2);
  }

  @Test
  void whatCannotBeANameIsNone() {
    assertThat(names.addresses("a..b").orNone()).isEmpty();
    assertThat(names.addresses("x".repeat(70) + ".test").orNone()).isEmpty();
    assertThat(addresses("192.0.2.7")).containsExactly("192.0.2.7");
    assertThat(addresses("[2001:db8::7]")).hasSize(1);
  }

  @Test
  void otherServersAreAskedAfterAReload() {
    server.host(HOST, "192.0.2.1");
    assertThat(addresses(HOST)).hasSize(1);
    try (TestNameServer other = new TestNameServer()) {
      other.host(HOST, "192.0.2.2");
      names.use(new Naming(true, List.of(other.address())));
      assertThat(addresses(HOST)).containsExactly("192.0.2.2");
    }
  }
}
