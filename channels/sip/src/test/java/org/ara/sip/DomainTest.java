package org.ara.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.handler.codec.dns.DnsRecordType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.ara.module.ModuleException;
import org.ara.pbx.Channel;
import org.ara.pbx.ChannelDriver.Requested;
import org.ara.pbx.HangupCause;
import org.ara.sip.name.TestNameServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers of a domain, found as a name server tells: the phone is one, another phone the other. */
class DomainTest extends CallFixture {

  private static final String DOMAIN = "example.test";
  private static final String SERVICES = "_sip._udp." + DOMAIN;

  private final TestNameServer names = new TestNameServer();
  private RawPhone other;

  @BeforeEach
  void prepare() throws ModuleException {
    other = new RawPhone(driver.port(), "other");
    names.host("a." + DOMAIN, "127.0.0.1");
    configure("", "");
  }

  @AfterEach
  void end() {
    other.close();
    names.close();
  }

  private void configure(String general, String peers) throws ModuleException {
    driver.write(names.option() + general, peers);
    driver.reload();
  }

  /** A trunk of the domain that is called impatiently. */
  private void trunk(String more) throws ModuleException {
    configure("", "[trunk]\ntype=peer\nhost=" + DOMAIN + "\ntimert1=10\ntimerb=640\n" + more);
  }

  private void servers(RawPhone first, RawPhone second) {
    names.set(
        SERVICES,
        DnsRecordType.SRV,
        3600,
        TestNameServer.service(20, 0, second.port(), "a." + DOMAIN),
        TestNameServer.service(10, 0, first.port(), "a." + DOMAIN));
  }

  private static String one(String message, String header) {
    return RawPhone.headers(message, header).getFirst();
  }

  private static String receive(RawPhone at, String start) {
    String message = at.receive();
    while (!message.startsWith(start)) {
      message = at.receive();
    }
    return message;
  }

  private void answered(RawPhone at, String invite, Channel channel) {
    at.send(reply(invite, "200 OK", "", sdp("0")));
    receive(phone, "ACK"); // where the answer's Contact is
    channel.leg().hangup(HangupCause.NORMAL_CLEARING);
  }

  @Test
  void aDialledDomainIsCalledAtItsServerOfHighestPriority() {
    servers(phone, other);
    Channel channel = ready("600@" + DOMAIN);
    channel.leg().call();
    String invite = receive(phone, "INVITE");
    assertThat(invite).startsWith("INVITE sip:600@" + DOMAIN + " SIP/2.0");
    answered(phone, invite, channel);
  }

  @Test
  void aPortThatIsNamedNeedsNoServices() {
    names.host(DOMAIN, "127.0.0.1");
    servers(other, other);
    ready("600@" + DOMAIN + ":" + phone.port()).leg().call();
    receive(phone, "INVITE");
    assertThat(names.asked(SERVICES, DnsRecordType.SRV)).isZero();
  }

  @Test
  void aServerThatIsNotAvailableIsPassedOver() throws ModuleException {
    servers(phone, other);
    trunk("");
    Channel channel = ready("trunk/600");
    channel.leg().call();
    String first = receive(phone, "INVITE");
    phone.send(reply(first, "503 Service Unavailable", "", ""));
    receive(phone, "ACK");
    String second = receive(other, "INVITE");
    assertThat(one(second, "Call-ID")).isEqualTo(one(first, "Call-ID"));
    assertThat(one(second, "CSeq")).isEqualTo("2 INVITE");
    assertThat(one(second, "Via")).isNotEqualTo(one(first, "Via"));
    answered(other, second, channel);

    ready("trunk/600").leg().call();
    assertThat(receive(other, "INVITE")).as("the next call").contains("CSeq: 1 INVITE");
  }

  @Test
  void aServerThatIsSilentIsPassedOver() throws ModuleException {
    servers(phone, other);
    trunk("");
    Channel channel = ready("trunk/600");
    channel.leg().call();
    receive(phone, "INVITE");
    answered(other, receive(other, "INVITE"), channel);
  }

  @Test
  void theCallEndsWhereNoServerIsLeft() throws ModuleException {
    servers(phone, other);
    trunk("");
    ready("trunk/600").leg().call();
    for (RawPhone at : new RawPhone[] {phone, other}) {
      at.send(reply(receive(at, "INVITE"), "503 Service Unavailable", "", ""));
      receive(at, "ACK");
    }
    await().until(() -> driver.console("sip show channels").contains("0 active"));
  }

  @Test
  void aDomainThatOffersNoServiceCannotBeCalled() {
    names.host(DOMAIN, "127.0.0.1");
    names.set(SERVICES, DnsRecordType.SRV, 60, TestNameServer.service(0, 0, 0, "."));
    assertThat(dial("600@" + DOMAIN)).isInstanceOf(Requested.Refused.class);
    assertThat(dial("600@nowhere.test")).isInstanceOf(Requested.Refused.class);
  }

  @Test
  void withoutServicesTheDomainIsAHost() throws ModuleException {
    configure("srvlookup=no", "");
    servers(other, other);
    names.host(DOMAIN, "127.0.0.1");
    assertThat(dial("600@" + DOMAIN)).isInstanceOf(Requested.Ready.class);
    assertThat(names.asked(SERVICES, DnsRecordType.SRV)).isZero();
  }

  @Test
  void theDomainSaysByWhichTransportItIsReached() throws ModuleException, IOException {
    names.set(
        DOMAIN,
        DnsRecordType.NAPTR,
        60,
        TestNameServer.pointer(50, 50, "s", "SIP+D2T", "_sip._tcp." + DOMAIN),
        TestNameServer.pointer(90, 50, "s", "SIP+D2U", SERVICES));
    servers(phone, phone);
    try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      names.set(
          "_sip._tcp." + DOMAIN,
          DnsRecordType.SRV,
          60,
          TestNameServer.service(10, 0, listening.getLocalPort(), "a." + DOMAIN));
      configure(
          "tcpenable=yes\ntcpbindaddr=127.0.0.1:0",
          "[trunk]\ntype=peer\nhost=" + DOMAIN + "\ntransport=udp,tcp\n");
      ready("trunk/600").leg().call();
      try (RawPhone server = new RawPhone(new StreamLine("TCP", listening.accept()), "tcp")) {
        assertThat(receive(server, "INVITE"))
            .startsWith("INVITE sip:600@" + DOMAIN + ";transport=tcp SIP/2.0");
      }
    }
  }

  @Test
  void aTrunkThatMovedIsFoundWithoutAReload() throws ModuleException {
    trunk("");
    names.set(
        SERVICES, DnsRecordType.SRV, 1, TestNameServer.service(0, 0, phone.port(), "a." + DOMAIN));
    ready("trunk").leg().call();
    receive(phone, "INVITE");
    servers(other, other);
    await()
        .until(
            () ->
                dial("trunk") instanceof Requested.Ready
                    && names.asked(SERVICES, DnsRecordType.SRV) > 1);
    ready("trunk").leg().call();
    assertThat(receive(other, "INVITE")).contains("CSeq: 1 INVITE");
  }

  @Test
  void aRegistrationFindsItsServersAndPassesOverThoseThatAreNotAvailable() throws ModuleException {
    servers(phone, other);
    configure("register=1234:s3cret@" + DOMAIN + "\n", "");
    String first = receive(phone, "REGISTER");
    assertThat(first).startsWith("REGISTER sip:" + DOMAIN + " SIP/2.0");
    phone.send(reply(first, "503 Service Unavailable", "", ""));
    String second = receive(other, "REGISTER");
    assertThat(one(second, "Call-ID")).isEqualTo(one(first, "Call-ID"));
    other.send(reply(second, "200 OK", "Expires: 600\r\n", ""));
    await().until(() -> driver.console("sip show registry").contains("Registered"));
  }

  @Test
  void aProviderThatIsSilentIsRegisteredWithAtItsNextServer() throws ModuleException {
    servers(phone, other);
    configure("registertimeout=1\nregister=1234:s3cret@" + DOMAIN + "\n", "");
    receive(phone, "REGISTER");
    other.send(reply(receive(other, "REGISTER"), "200 OK", "Expires: 600\r\n", ""));
    await().until(() -> driver.console("sip show registry").contains("Registered"));
  }

  @Test
  void qualifyAsksTheNextServerWhereOneIsSilent() throws ModuleException {
    servers(phone, other);
    trunk("qualify=200\n");
    receive(phone, "OPTIONS");
    other.send(reply(receive(other, "OPTIONS"), "200 OK", "", ""));
    await().until(() -> driver.console("sip show peer trunk").contains("Status       : OK ("));
    ready("trunk").leg().call();
    assertThat(receive(other, "INVITE")).as("where it answered").contains("CSeq: 1 INVITE");
  }

  private String call() {
    other.send(other.request("INVITE", "600@127.0.0.1", other.contact(), sdp("0")));
    return other.answer();
  }

  private String shown() {
    return driver.console("sip show peer trunk");
  }

  @Test
  void aCallerIsKnownByItsHostThatIsAName() throws ModuleException {
    configure("", "[trunk]\ntype=peer\nhost=a." + DOMAIN + "\nport=" + other.port() + "\n");
    await().until(() -> shown().contains("Addr->IP     : 127.0.0.1:" + other.port()));
    assertThat(call()).startsWith("SIP/2.0 200");
  }

  @Test
  void aCallerIsKnownByTheServersOfItsDomainAndByTheirPorts() throws ModuleException {
    servers(phone, phone);
    trunk("");
    await().until(() -> shown().contains("Addr->IP     : 127.0.0.1:" + phone.port()));
    assertThat(call()).as("another port").startsWith("SIP/2.0 401");
    trunk("insecure=port\n");
    assertThat(call()).startsWith("SIP/2.0 200");
  }

  @Test
  void aCallerThatMovedIsKnownWithoutAReload() throws ModuleException {
    names.set("b." + DOMAIN, DnsRecordType.A, 1, TestNameServer.address("192.0.2.9"));
    configure("", "[trunk]\ntype=peer\nhost=b." + DOMAIN + "\ninsecure=port\n");
    await().until(() -> shown().contains("Addr->IP     : 192.0.2.9:5060"));
    assertThat(call()).as("of somewhere else").startsWith("SIP/2.0 401");
    names.host("b." + DOMAIN, "127.0.0.1");
    await().until(() -> shown().contains("Addr->IP     : 127.0.0.1:5060"));
    assertThat(call()).startsWith("SIP/2.0 200");
  }

  @Test
  void aRowIsKnownByItsHostOnceItWasCalled() {
    driver.table.insert("name", "row", "host", "a." + DOMAIN, "insecure", "port");
    assertThat(call()).startsWith("SIP/2.0 401");
    assertThat(dial("row")).isInstanceOf(Requested.Ready.class);
    assertThat(call()).startsWith("SIP/2.0 200");
  }

  @Test
  void aProviderMovesToItsNextServerWhenItIsToBeRenewed() throws ModuleException {
    servers(phone, other);
    configure("registertimeout=1\nregister=1234:s3cret@" + DOMAIN + "\n", "");
    String first = receive(phone, "REGISTER");
    phone.send(reply(first, "200 OK", "Expires: 2\r\n", ""));
    await().until(() -> driver.console("sip show registry").contains("Registered"));
    String moved = receive(other, "REGISTER");
    assertThat(one(moved, "Call-ID")).isEqualTo(one(first, "Call-ID"));
    other.send(reply(moved, "200 OK", "Expires: 600\r\n", ""));
    await().until(() -> driver.console("sip show registry").contains("Registered"));
  }
}
