package org.ara.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.ara.module.ModuleException;
import org.ara.sip.name.TestNameServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The other phone is a proxy before trunks; the phone is a trunk's server. */
class OutboundProxyTest extends CallFixture {

  private RawPhone proxy;

  @BeforeEach
  void prepare() {
    proxy = new RawPhone(driver.port(), "proxy");
  }

  @AfterEach
  void end() {
    proxy.close();
  }

  private String address() {
    return "127.0.0.1:" + proxy.port();
  }

  private void configure(String general, String peers) throws ModuleException {
    driver.write(general, peers);
    driver.reload();
  }

  private static String receive(RawPhone at, String start) {
    String message = at.receive();
    while (!message.startsWith(start)) {
      message = at.receive();
    }
    return message;
  }

  private void routed(String message) {
    assertThat(RawPhone.headers(message, "Route")).containsExactly("<sip:" + address() + ";lr>");
  }

  private String called(String resource) {
    ready(resource).leg().call();
    String invite = receive(proxy, "INVITE");
    routed(invite);
    return invite;
  }

  @Test
  void callsToAPeerGoToItsProxy() throws ModuleException {
    configure("", "[trunk]\ntype=peer\nhost=198.51.100.7\noutboundproxy=" + address() + "\n");
    String invite = called("trunk/600");
    assertThat(invite).startsWith("INVITE sip:600@198.51.100.7 SIP/2.0");
    proxy.send(reply(invite, "486 Busy Here", "", ""));
    routed(receive(proxy, "ACK"));
  }

  @Test
  void aHostThatOnlyTheProxyKnowsIsNotLookedFor() throws ModuleException {
    try (TestNameServer names = new TestNameServer()) {
      configure(
          names.option(), "[trunk]\ntype=peer\nhost=inner.test\noutboundproxy=" + address() + "\n");
      assertThat(called("trunk/600")).startsWith("INVITE sip:600@inner.test SIP/2.0");
    }
  }

  @Test
  void aRowNamesItsProxyInAColumn() {
    driver.table.insert("name", "row", "host", "198.51.100.7", "outboundproxy", address());
    called("row");
  }

  @Test
  void aRegisteredPhoneIsCalledByWayOfTheProxyOfAll() throws ModuleException {
    configure("outboundproxy=" + address(), "");
    register();
    assertThat(called("bob")).startsWith("INVITE sip:bob@127.0.0.1:" + phone.port() + ";ob SIP");
  }

  @Test
  void withoutForceTheAckGoesWhereTheAnswerSays() throws ModuleException {
    configure("", "[trunk]\ntype=peer\nhost=198.51.100.7\noutboundproxy=" + address() + "\n");
    proxy.send(reply(called("trunk"), "200 OK", "", sdp("0")));
    receive(phone, "ACK");
  }

  @Test
  void withForceTheAckGoesToTheProxyToo() throws ModuleException {
    configure(
        "", "[trunk]\ntype=peer\nhost=198.51.100.7\noutboundproxy=udp://" + address() + ",force\n");
    ready("trunk").leg().call();
    String route = "Record-Route: <sip:127.0.0.1:" + phone.port() + ";lr>\r\n";
    proxy.send(reply(receive(proxy, "INVITE"), "200 OK", route, sdp("0")));
    receive(proxy, "ACK");
  }

  @Test
  void registrationsAndDialledDomainsGoToTheProxyOfAll() throws ModuleException {
    configure("outboundproxy=" + address() + "\nregister=1234:pw@provider.test\n", "");
    String register = receive(proxy, "REGISTER");
    assertThat(register).startsWith("REGISTER sip:provider.test SIP/2.0");
    routed(register);
    proxy.send(reply(register, "200 OK", "Expires: 600\r\n", ""));
    await().until(() -> driver.console("sip show registry").contains("Registered"));
    assertThat(called("600@elsewhere.test")).startsWith("INVITE sip:600@elsewhere.test SIP/2.0");
  }

  @Test
  void questionsGoToTheProxy() throws ModuleException {
    configure(
        "",
        "[trunk]\ntype=peer\nhost=198.51.100.7\nqualify=yes\noutboundproxy=" + address() + "\n");
    String options = receive(proxy, "OPTIONS");
    routed(options);
    proxy.send(reply(options, "200 OK", "", ""));
    await().until(() -> driver.console("sip show peer trunk").contains("Status       : OK ("));
  }

  @Test
  void whatIsNoProxyIsTold() throws ModuleException {
    configure("", "[trunk]\ntype=peer\nhost=127.0.0.1\noutboundproxy=ftp://x:y:z\n");
    assertThat(driver.problems)
        .anySatisfy(
            problem ->
                assertThat(problem.toString())
                    .contains("outboundproxy", "ftp://x:y:z", "[transport://]host[:port][,force]"));
  }
}
