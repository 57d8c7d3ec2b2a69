package org.ara.server.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ara.testkit.sip.Conversation;
import org.ara.testkit.sip.OutgoingCall;
import org.ara.testkit.sip.PhoneAccount;
import org.ara.testkit.sip.SipPhone;
import org.asteriskjava.manager.ManagerConnection;
import org.asteriskjava.manager.ManagerConnectionFactory;
import org.asteriskjava.manager.ManagerConnectionState;
import org.asteriskjava.manager.ResponseEvents;
import org.asteriskjava.manager.action.CommandAction;
import org.asteriskjava.manager.action.CoreShowChannelsAction;
import org.asteriskjava.manager.action.CoreStatusAction;
import org.asteriskjava.manager.action.DbGetAction;
import org.asteriskjava.manager.action.DbPutAction;
import org.asteriskjava.manager.action.GetVarAction;
import org.asteriskjava.manager.action.HangupAction;
import org.asteriskjava.manager.action.OriginateAction;
import org.asteriskjava.manager.action.PingAction;
import org.asteriskjava.manager.action.RedirectAction;
import org.asteriskjava.manager.action.SetVarAction;
import org.asteriskjava.manager.action.StatusAction;
import org.asteriskjava.manager.event.DialBeginEvent;
import org.asteriskjava.manager.event.DialEndEvent;
import org.asteriskjava.manager.event.HangupEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.NewChannelEvent;
import org.asteriskjava.manager.event.OriginateResponseEvent;
import org.asteriskjava.manager.event.ResponseEvent;
import org.asteriskjava.manager.response.CommandResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that many programs are built on, as its users use it. */
class AsteriskJavaTest {

  @TempDir Path directory;
  private final List<ManagerEvent> events = new CopyOnWriteArrayList<>();
  private ManagerHome home;
  private ManagerConnection connection;
  private SipPhone alice;
  private SipPhone bob;

  @BeforeEach
  void start() throws Exception {
    home = ManagerHome.start(directory);
    alice = phone("alice");
    bob = phone("bob");
    home.server().insertStep("200", 1, "Dial", "SIP/bob,20");
    home.server().insertStep("600", 1, "Answer", "");
    home.server().insertStep("600", 2, "Echo", "");
    connection =
        new ManagerConnectionFactory("127.0.0.1", home.port(), "boss", "s3cret")
            .createManagerConnection();
    connection.addEventListener(events::add);
    connection.login();
  }

  @AfterEach
  void stop() {
    if (connection.getState() == ManagerConnectionState.CONNECTED) {
      connection.logoff();
    }
    alice.close();
    bob.close();
    home.close();
  }

  private SipPhone phone(String name) throws Exception {
    home.server().insertPhone(name, "pa55");
    SipPhone phone = SipPhone.open(PhoneAccount.of(name, "pa55", home.server().sip()));
    phone.register();
    return phone;
  }

  private <T extends ManagerEvent> T event(Class<T> type) {
    await().atMost(Duration.ofSeconds(20)).until(() -> events.stream().anyMatch(type::isInstance));
    return events.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
  }

  @Test
  void aCallBetweenPhonesIsTold() throws Exception {
    OutgoingCall call = alice.call("200");
    Conversation atBob = bob.awaitCall().answer();
    call.awaitAnswer();

    ResponseEvents channels =
        connection.sendEventGeneratingAction(new CoreShowChannelsAction(), 20_000);
    assertThat(channels.getEvents().stream().map(e -> e.getClass().getSimpleName()))
        .filteredOn("CoreShowChannelEvent"::equals)
        .hasSize(2);
    ResponseEvents status = connection.sendEventGeneratingAction(new StatusAction(), 20_000);
    assertThat(status.getEvents()).hasSizeGreaterThan(2).allMatch(ResponseEvent.class::isInstance);
    atBob.hangUp();

    assertThat(event(NewChannelEvent.class).getChannel()).startsWith("SIP/");
    assertThat(event(DialBeginEvent.class).getDestination()).startsWith("SIP/bob-");
    assertThat(event(DialEndEvent.class).getDialStatus()).isEqualTo("ANSWER");
    event(HangupEvent.class);
  }

  @Test
  void aCallIsOriginatedRedirectedAndHungUp() throws Exception {
    OriginateAction originate = new OriginateAction();
    originate.setChannel("SIP/alice");
    originate.setContext("phones");
    originate.setExten("600");
    originate.setPriority(1);
    originate.setCallerId("Boss <42>");
    originate.setAsync(true);
    assertThat(connection.sendAction(originate, 20_000).getResponse()).isEqualTo("Success");
    Conversation atAlice = alice.awaitCall().answer();
    OriginateResponseEvent response = event(OriginateResponseEvent.class);
    assertThat(response.getResponse()).isEqualTo("Success");
    String channel = response.getChannel();
    assertThat(channel).startsWith("SIP/alice-");

    connection.sendAction(new SetVarAction(channel, "COLOUR", "green"), 20_000);
    assertThat(
            connection
                .sendAction(new GetVarAction(channel, "COLOUR"), 20_000)
                .getAttribute("Value"))
        .isEqualTo("green");

    assertThat(
            connection
                .sendAction(new RedirectAction(channel, "phones", "200", 1), 20_000)
                .getResponse())
        .isEqualTo("Success");
    Conversation atBob = bob.awaitCall().answer();

    assertThat(connection.sendAction(new HangupAction(channel), 20_000).getResponse())
        .isEqualTo("Success");
    atAlice.awaitHangUp();
    atBob.awaitHangUp();
  }

  @Test
  void theServerIsAskedAndReloaded() throws Exception {
    assertThat(connection.sendAction(new PingAction(), 20_000).getResponse()).isEqualTo("Success");
    assertThat(connection.sendAction(new CoreStatusAction(), 20_000).getResponse())
        .isEqualTo("Success");
    CommandResponse reload =
        (CommandResponse) connection.sendAction(new CommandAction("module reload manager"), 20_000);
    assertThat(reload.getResult()).anyMatch(line -> line.contains("reloaded successfully"));
    assertThat(connection.sendAction(new PingAction(), 20_000).getResponse()).isEqualTo("Success");

    connection.sendAction(new DbPutAction("family", "key", "value"), 20_000);
    ResponseEvents found =
        connection.sendEventGeneratingAction(new DbGetAction("family", "key"), 20_000);
    assertThat(found.getEvents()).isNotEmpty();
  }
}
