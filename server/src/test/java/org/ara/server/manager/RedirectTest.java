package org.ara.server.manager;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.ara.testkit.sip.Conversation;
import org.ara.testkit.sip.IncomingCall;
import org.ara.testkit.sip.OutgoingCall;
import org.ara.testkit.sip.PhoneAccount;
import org.ara.testkit.sip.SipPhone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Channels sent elsewhere while they talk: either side of a call, or both. */
class RedirectTest {

  @TempDir Path directory;
  private ManagerHome home;
  private SipPhone alice;
  private SipPhone bob;
  private RawManager client;
  private Conversation atAlice;
  private Conversation atBob;
  private String alices;
  private String bobs;

  @BeforeEach
  void aCallOfAliceToBob() throws Exception {
    home = ManagerHome.start(directory);
    alice = phone("alice");
    bob = phone("bob");
    home.server().insertStep("200", 1, "Dial", "SIP/bob");
    home.server().insertStep("600", 1, "Answer", "");
    home.server().insertStep("600", 2, "Echo", "");
    home.server().insertStep("700", 1, "Answer", "");
    home.server().insertStep("700", 2, "Echo", "");
    client = home.login("boss", "s3cret");
    OutgoingCall call = alice.call("200");
    IncomingCall ringing = bob.awaitCall();
    ringing.ring();
    assertThat(client.event("DialState"))
        .containsEntry("DialStatus", "RINGING")
        .hasEntrySatisfying("DestChannel", name -> assertThat(name).startsWith("SIP/bob-"));
    atBob = ringing.answer();
    atAlice = call.awaitAnswer();
    alices = client.event("BridgeEnter").get("Channel");
    bobs = client.event("BridgeEnter").get("Channel");
    assertThat(alices).startsWith("SIP/alice-");
    assertThat(bobs).startsWith("SIP/bob-");
  }

  private SipPhone phone(String name) throws Exception {
    home.server().insertPhone(name, "pa55");
    SipPhone phone = SipPhone.open(PhoneAccount.of(name, "pa55", home.server().sip()));
    phone.register();
    return phone;
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    alice.close();
    bob.close();
    home.close();
  }

  private void awaitStep(String channel, String extension, String application) throws Exception {
    Optional<String> found = Optional.empty();
    while (found.isEmpty()) {
      found =
          Optional.of(client.event("Newexten"))
              .filter(e -> channel.equals(e.get("Channel")))
              .filter(e -> extension.equals(e.get("Exten")))
              .map(e -> e.get("Application"))
              .filter(application::equals);
    }
  }

  @Test
  void theCalleeGoesOnElsewhereAndTheCallerIsHungUp() throws Exception {
    assertThat(
            client.ask(
                "Action: Redirect",
                "Channel: " + bobs,
                "Context: phones",
                "Exten: 600",
                "Priority: 1"))
        .containsEntry("Message", "Redirect successful");
    awaitStep(bobs, "600", "Echo");
    atAlice.awaitHangUp();
    assertThat(client.ask("Action: Hangup", "Channel: " + bobs))
        .containsEntry("Response", "Success");
    atBob.awaitHangUp();
  }

  @Test
  void bothGoOnAtPlacesOfTheirOwn() throws Exception {
    assertThat(
            client.ask(
                "Action: Redirect",
                "Channel: " + alices,
                "Context: phones",
                "Exten: 600",
                "Priority: 1",
                "ExtraChannel: " + bobs,
                "ExtraContext: phones",
                "ExtraExten: 700",
                "ExtraPriority: 1"))
        .containsEntry("Message", "Dual Redirect successful");
    awaitStep(alices, "600", "Answer");
    assertThat(client.ask("Action: Status", "Channel: " + bobs))
        .containsEntry("Response", "Success");
    assertThat(client.event("Status")).containsEntry("Exten", "700");
    assertThat(client.ask("Action: Hangup", "Channel: /SIP.*/"))
        .containsEntry("Response", "Success");
    atAlice.awaitHangUp();
    atBob.awaitHangUp();
  }

  @Test
  void aTransferSendsTheOtherSideElsewhere() throws Exception {
    assertThat(client.ask("Action: BlindTransfer", "Channel: " + alices, "Exten: 600"))
        .containsEntry("Message", "Transfer succeeded");
    awaitStep(bobs, "600", "Echo");
    atAlice.awaitHangUp();
    assertThat(client.ask("Action: Hangup", "Channel: " + bobs))
        .containsEntry("Response", "Success");
    atBob.awaitHangUp();
  }

  @Test
  void holdIsTold() throws Exception {
    atBob.hold();
    assertThat(client.event("Hold"))
        .containsEntry("Privilege", "call,all")
        .containsEntry("Channel", bobs);
    atBob.resume();
    assertThat(client.event("Unhold")).containsEntry("Channel", bobs);
  }

  @Test
  void whatCannotBeRedirectedIsSaidAndGoesOn() throws Exception {
    assertThat(
            client.ask(
                "Action: Redirect",
                "Channel: " + bobs,
                "Context: phones",
                "Exten: 600",
                "Priority: none"))
        .containsEntry("Message", "Priority is invalid");
    assertThat(
            client.ask(
                "Action: Redirect",
                "Channel: SIP/nobody-1",
                "Context: phones",
                "Exten: 600",
                "Priority: 1"))
        .containsEntry("Message", "Channel does not exist: SIP/nobody-1");
    assertThat(
            client.ask(
                "Action: Redirect",
                "Channel: " + bobs,
                "Context: phones",
                "Exten: 600",
                "Priority: 1",
                "ExtraChannel: SIP/nobody-1"))
        .containsEntry("Message", "ExtraChannel does not exist: SIP/nobody-1");
    assertThat(client.ask("Action: Redirect", "Channel: " + bobs, "Exten: 600"))
        .containsEntry("Message", "Context not specified");
    assertThat(client.ask("Action: CoreShowChannels")).containsEntry("Response", "Success");
    client.event("CoreShowChannelsComplete");
    assertThat(client.ask("Action: Status", "Channel: " + bobs))
        .containsEntry("Response", "Success");
    assertThat(client.event("Status")).containsEntry("ChannelStateDesc", "Up");
  }
}
