package org.ara.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ara.module.ModuleException;
import org.ara.module.manager.Header;
import org.ara.module.manager.ManagerBoard;
import org.ara.module.manager.ManagerEvent;
import org.ara.module.manager.Permission;
import org.ara.module.manager.Permissions;
import org.ara.module.manager.Reply;
import org.ara.module.manager.Request;
import org.ara.pbx.CallerId;
import org.ara.pbx.Channel;
import org.ara.pbx.ChannelDriver;
import org.ara.pbx.DialRequest;
import org.ara.pbx.HangupCause;
import org.ara.pbx.media.Codec;
import org.ara.sip.transport.Protocol;
import org.junit.jupiter.api.Test;

/** The phone plays the provider; in some tests another server does. */
class ProviderTest extends CallFixture {

  private final List<String> told = new CopyOnWriteArrayList<>();

  private void register(String general, String line) throws ModuleException {
    driver.board.watch(new Told());
    driver.write(general + "\nregister=" + line + "@127.0.0.1:" + phone.port() + "/600\n", "");
    driver.reload();
  }

  private String shown() {
    return driver.console("sip show registry");
  }

  private void awaitShown(String state) {
    await().until(() -> shown().contains(state));
  }

  private static String one(String message, String header) {
    return RawPhone.headers(message, header).getFirst();
  }

  /** The next REGISTER; others, such as one that came again, are passed over. */
  private String registered(int number) {
    String message = phone.receive();
    while (!message.startsWith("REGISTER") || !one(message, "CSeq").equals(number + " REGISTER")) {
      message = phone.receive();
    }
    return message;
  }

  @Test
  void aLineIsRegisteredWithAProofAndRenewedWithTheSame() throws ModuleException {
    register("", "1234:s3cret:auth");
    String first = registered(1);
    assertThat(first).startsWith("REGISTER sip:127.0.0.1:" + phone.port() + " SIP/2.0");
    assertThat(one(first, "From")).startsWith("<sip:1234@127.0.0.1:" + phone.port() + ">;tag=");
    assertThat(one(first, "Contact")).startsWith("<sip:600@127.0.0.1:" + driver.port() + ";line=");
    assertThat(one(first, "Expires")).isEqualTo("120");
    assertThat(shown()).contains("Request Sent");

    phone.send(
        reply(
            first,
            "401 Unauthorized",
            "WWW-Authenticate: Digest realm=\"x\", nonce=\"n1\", algorithm=SHA-256,"
                + " qop=\"auth\", opaque=\"o\"\r\n",
            ""));
    String proven = registered(2);
    assertThat(one(proven, "Authorization"))
        .contains("username=\"auth\"", "nonce=\"n1\"", "SHA-256", "nc=00000001", "opaque=\"o\"");
    assertThat(one(proven, "Call-ID")).isEqualTo(one(first, "Call-ID"));
    assertThat(shown()).contains("Auth. Sent");

    phone.send(reply(proven, "200 OK", "Expires: 2\r\n", ""));
    awaitShown("Registered");
    String renewal = registered(3);
    assertThat(one(renewal, "Authorization")).contains("nonce=\"n1\"", "nc=00000002");
    assertThat(shown()).contains("Registered");
    phone.send(
        reply(
            renewal,
            "401 Unauthorized",
            "WWW-Authenticate: Digest realm=\"x\", nonce=\"n2\", qop=\"auth\"\r\n",
            ""));
    assertThat(one(registered(4), "Authorization")).contains("nonce=\"n2\"", "nc=00000001");
    assertThat(told).containsExactly("SIP 1234 127.0.0.1 Registered");
  }

  @Test
  void aTimeThatIsTooBriefIsProlonged() throws ModuleException {
    register("", "1234");
    phone.send(reply(registered(1), "423 Interval Too Brief", "Min-Expires: 900\r\n", ""));
    String longer = registered(2);
    assertThat(one(longer, "Expires")).isEqualTo("900");
    phone.send(reply(longer, "200 OK", "", ""));
    awaitShown("Registered");
  }

  @Test
  void aRefusedPasswordIsNotTriedAgainAtOnce() throws ModuleException {
    register("", "1234:wrong");
    String challenge = "WWW-Authenticate: Digest realm=\"x\", nonce=\"n\"\r\n";
    phone.send(reply(registered(1), "401 Unauthorized", challenge, ""));
    phone.send(reply(registered(2), "401 Unauthorized", challenge, ""));
    awaitShown("No Authentication");
    assertThat(told.getFirst()).startsWith("SIP 1234 127.0.0.1 No Authentication");
  }

  @Test
  void aForbiddenLineIsLeftAloneUntilAReload() throws ModuleException {
    register("", "1234");
    phone.send(reply(registered(1), "403 Forbidden", "", ""));
    awaitShown("Rejected");
    driver.reload();
    phone.send(reply(registered(2), "200 OK", "", ""));
    awaitShown("Registered");
    assertThat(told)
        .containsExactly(
            "SIP 1234 127.0.0.1 Rejected 403 Forbidden", "SIP 1234 127.0.0.1 Registered");
  }

  @Test
  void aProviderThatDoesNotAnswerIsAskedAgainWithPauses() throws ModuleException {
    register("registertimeout=1\nregisterattempts=2", "1234");
    registered(1);
    awaitShown("Timeout");
    registered(2);
    awaitShown("Failed");
  }

  @Test
  void aReloadLeavesUnchangedLinesAloneAndTakesOthersBack() throws ModuleException {
    register("", "1234");
    String first = registered(1);
    phone.send(reply(first, "200 OK", "", ""));
    awaitShown("Registered");
    String line = "register=1234@127.0.0.1:" + phone.port() + "/600\n";
    driver.write(line + "register=5678@127.0.0.1:" + phone.port() + "\n", "");
    driver.reload();
    String other = phone.receive();
    assertThat(other).startsWith("REGISTER").contains("From: <sip:5678@");
    phone.send(reply(other, "200 OK", "", ""));
    await().until(() -> shown().contains("5678") && !shown().contains("Request Sent"));

    driver.write("register=5678@127.0.0.1:" + phone.port() + "\n", "");
    driver.reload();
    String gone = registered(2);
    assertThat(gone).contains("From: <sip:1234@");
    assertThat(one(gone, "Expires")).isEqualTo("0");
    assertThat(one(gone, "Call-ID")).isEqualTo(one(first, "Call-ID"));
    phone.send(reply(gone, "200 OK", "", ""));
    await().until(() -> !shown().contains("1234"));
    assertThat(shown()).endsWith("1 SIP registrations.\n");
  }

  @Test
  void aSharedSecretOfARealmIsProvedWhereTheLineHasNone() throws ModuleException {
    driver.write(
        "register=1234@127.0.0.1:" + phone.port(), "[authentication]\nauth=boss:s3cret@x\n");
    driver.reload();
    phone.send(
        reply(
            registered(1),
            "407 Proxy Authentication Required",
            "Proxy-Authenticate: Digest realm=\"x\", nonce=\"n\"\r\n",
            ""));
    assertThat(one(registered(2), "Proxy-Authorization")).contains("username=\"boss\"");
  }

  @Test
  void aRowWithACallbackextensionIsRegisteredAndAnOutageLeavesItSo() throws ModuleException {
    driver.table.insert(
        "name",
        "trunk",
        "host",
        "127.0.0.1",
        "port",
        "" + phone.port(),
        "callbackextension",
        "600",
        "defaultuser",
        "1234",
        "secret",
        "s3cret");
    driver.reload();
    String first = registered(1);
    assertThat(first).contains("From: <sip:1234@", "Contact: <sip:600@");
    phone.send(reply(first, "200 OK", "", ""));
    awaitShown("Registered");
    driver.table.goAway(true);
    driver.reload();
    assertThat(shown()).contains("Registered");
  }

  @Test
  void linesThatCannotBeReadAreToldWithoutTheirPassword() throws ModuleException {
    driver.write("register=1234:hunter2@host:port\n", "");
    driver.reload();
    assertThat(driver.problems)
        .anySatisfy(
            problem ->
                assertThat(problem.toString())
                    .startsWith("sip.conf:4: ")
                    .contains("register")
                    .doesNotContain("hunter2"));
    assertThat(shown())
        .isEqualTo(
            "Host                                    dnsmgr Username       Refresh State          "
                + "      Reg.Time                 \n0 SIP registrations.\n");
  }

  @Test
  void callsOfAProviderArriveAtTheExtensionOfTheLineAndEndWithTheRegistration()
      throws ModuleException {
    RunningDriver provider =
        new RunningDriver("", "[cust]\ntype=friend\nhost=dynamic\nsecret=p\n[bob]\ntype=friend\n");
    try {
      driver.write("register=cust:p@127.0.0.1:" + provider.port() + "/600\n", "");
      driver.reload();
      awaitShown("Registered");
      Channel call = call(provider);
      await().until(() -> driver.exchange.pbx().channels().size() == 1);
      assertThat(
              driver
                  .exchange
                  .pbx()
                  .channels()
                  .iterator()
                  .next()
                  .location()
                  .orElseThrow()
                  .extension())
          .isEqualTo("600");
      call.hangUp(HangupCause.NORMAL_CLEARING);
      await().until(() -> driver.exchange.pbx().channels().isEmpty());

      driver.write("", "");
      driver.reload();
      await().until(() -> provider.console("sip show peers").contains("(Unspecified)"));
    } finally {
      provider.close();
    }
  }

  @Test
  void callsOfAPeerThatIsRegisteredAtAreThisPeers() throws ModuleException {
    RunningDriver provider = new RunningDriver("", "[cust]\ntype=friend\nhost=dynamic\nsecret=p\n");
    try {
      driver.write(
          "",
          "[trunk]\ntype=peer\nhost=127.0.0.1\nport="
              + provider.port()
              + "\ndefaultuser=cust\nremotesecret=p\ncallbackextension=600\n");
      driver.reload();
      awaitShown("Registered");
      Channel call = call(provider);
      await().until(() -> driver.exchange.pbx().channels().size() == 1);
      assertThat(driver.exchange.pbx().channels().iterator().next().name())
          .startsWith("SIP/trunk-");
      call.hangUp(HangupCause.NORMAL_CLEARING);

      driver.close();
      assertThat(provider.console("sip show peers"))
          .as("taken back before the server ended")
          .contains("(Unspecified)");
    } finally {
      provider.close();
    }
  }

  @Test
  void aLineMayNameASectionWhosePlaceAndTransportHold() throws Exception {
    RunningDriver provider =
        new RunningDriver(
            "tcpenable=yes\ntcpbindaddr=127.0.0.1:0",
            "[cust]\ntype=friend\nhost=dynamic\nsecret=p\ntransport=tcp\n");
    try {
      driver.write(
          "tcpenable=yes\ntcpbindaddr=127.0.0.1:0\nregister=cust:p@trunk/600\n",
          "[trunk]\ntype=peer\ntransport=tcp\nhost=127.0.0.1\nport="
              + provider.port(Protocol.TCP)
              + "\n");
      driver.reload();
      awaitShown("Registered");
      assertThat(shown()).contains("127.0.0.1:" + provider.port(Protocol.TCP));
      Channel call = call(provider);
      await().until(() -> driver.exchange.pbx().channels().size() == 1);
      assertThat(driver.exchange.pbx().channels().iterator().next().name())
          .startsWith("SIP/trunk-");
      call.hangUp(HangupCause.NORMAL_CLEARING);
    } finally {
      provider.close();
    }
  }

  @Test
  void theListForProgramsSaysTheSame() throws ModuleException {
    register("", "1234");
    phone.send(reply(registered(1), "200 OK", "", ""));
    awaitShown("Registered");
    Request request =
        new Request(
            List.of(), new Request.Client("boss", Permissions.of(Permission.SYSTEM), List.of()));
    assertThat(driver.board.action("SIPshowregistry").orElseThrow().run(request))
        .isInstanceOfSatisfying(
            Reply.Listing.class,
            list -> {
              assertThat(list.completion()).isEqualTo("RegistrationsComplete");
              assertThat(list.entries()).hasSize(1);
              assertThat(list.entries().getFirst().event()).isEqualTo("RegistryEntry");
              assertThat(list.entries().getFirst().headers())
                  .contains(
                      new Header("Host", "127.0.0.1"),
                      Header.of("Port", phone.port()),
                      new Header("Username", "1234"),
                      new Header("Domain", "127.0.0.1"),
                      new Header("State", "Registered"))
                  .extracting(Header::name)
                  .containsExactly(
                      "Host",
                      "Port",
                      "Username",
                      "Domain",
                      "DomainPort",
                      "Refresh",
                      "State",
                      "RegistrationTime");
            });
  }

  /** A call to the customer, from somebody whose number is the name of a peer there. */
  private static Channel call(RunningDriver provider) {
    Channel call =
        ((ChannelDriver.Requested.Ready)
                provider
                    .exchange
                    .pbx()
                    .driver("SIP")
                    .orElseThrow()
                    .request(
                        new DialRequest(
                            "cust",
                            null,
                            new CallerId("Bob", "bob"),
                            List.of(Codec.ULAW),
                            Map.of())))
            .channel();
    call.leg().call();
    return call;
  }

  private final class Told implements ManagerBoard.Watcher {
    @Override
    public boolean wants(Permissions classes) {
      return true;
    }

    @Override
    public void happened(ManagerEvent event) {
      if (event.name().equals("Registry")) {
        told.add(String.join(" ", event.headers().stream().map(Header::value).toList()));
      }
    }
  }
}
