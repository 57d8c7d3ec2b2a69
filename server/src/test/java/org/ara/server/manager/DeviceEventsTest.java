package org.ara.server.manager;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.ara.testkit.sip.Conversation;
import org.ara.testkit.sip.IncomingCall;
import org.ara.testkit.sip.OutgoingCall;
import org.ara.testkit.sip.PhoneAccount;
import org.ara.testkit.sip.SipPhone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What phones do, as clients are told, and keys that clients press. */
class DeviceEventsTest {

  @TempDir Path directory;
  private ManagerHome home;
  private SipPhone alice;
  private SipPhone bob;
  private RawManager client;

  @BeforeEach
  void start() throws Exception {
    home = ManagerHome.start(directory);
    Files.writeString(
        directory.resolve("etc/extensions.conf"),
        "\n[hints]\nexten => 55,hint,SIP/bob\n",
        StandardOpenOption.APPEND);
    home.server().execute("dialplan reload");
    home.server().insertStep("200", 1, "Dial", "SIP/bob");
    home.server().insertStep("600", 1, "Answer", "");
    home.server().insertStep("600", 2, "Wait", "60");
    client = home.login("boss", "s3cret");
    alice = phone("alice");
    bob = phone("bob");
  }

  private SipPhone phone(String name) throws Exception {
    home.server().insertPhone(name, "pa55");
    return SipPhone.open(PhoneAccount.of(name, "pa55", home.server().sip()));
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    alice.close();
    bob.close();
    home.close();
  }

  /** Reads up to the hint's event, which comes after that of the device. */
  private void awaitBob(String state, String number) throws Exception {
    String found = "";
    while (!found.equals(state)) {
      Map<String, String> event = client.event("DeviceStateChange");
      found = event.get("Device").equals("SIP/bob") ? event.get("State") : "";
    }
    assertThat(client.event("ExtensionStatus"))
        .containsEntry("Privilege", "call,all")
        .containsEntry("Exten", "55")
        .containsEntry("Context", "hints")
        .containsEntry("Hint", "SIP/bob")
        .containsEntry("Status", number);
  }

  @Test
  void whatAPhoneDoesIsToldFromItsRegistrationOn() throws Exception {
    bob.register();
    awaitBob("NOT_INUSE", "0");
    alice.register();
    OutgoingCall call = alice.call("200");
    IncomingCall atBob = bob.awaitCall();
    atBob.ring();
    awaitBob("RINGING", "8");
    assertThat(client.ask("Action: ExtensionState", "Exten: 55", "Context: hints"))
        .containsEntry("Status", "8")
        .containsEntry("StatusText", "Ringing");
    Conversation talk = atBob.answer();
    call.awaitAnswer();
    awaitBob("INUSE", "1");
    talk.hangUp();
    awaitBob("NOT_INUSE", "0");
    bob.unregister();
    awaitBob("UNAVAILABLE", "4");
    client.send("Action: DeviceStateList", "Device: SIP/bob");
    assertThat(client.event("DeviceStateChange"))
        .containsEntry("Device", "SIP/bob")
        .containsEntry("State", "UNAVAILABLE");
    assertThat(client.ask("Action: ExtensionState", "Exten: 56", "Context: hints"))
        .containsEntry("Status", "-1");
  }

  @Test
  void aPhoneIsSentANotify() throws Exception {
    assertThat(client.ask("Action: SIPnotify", "Channel: SIP/bob", "Variable: Event=check-sync"))
        .containsEntry("Response", "Error");
    bob.register();
    assertThat(client.ask("Action: SIPnotify", "Channel: SIP/bob", "Variable: Event=check-sync"))
        .containsEntry("Message", "Notify Sent");
    assertThat(
            client.ask("Action: SIPnotify", "Channel: bob", "Variable: Via=x", "Variable: Event=y"))
        .containsEntry("Message", "'Via' is no header that may be set");
    assertThat(client.ask("Action: SIPnotify", "Channel: bob")).containsEntry("Response", "Error");
    assertThat(client.ask("Action: SIPnotify")).containsEntry("Response", "Error");
  }

  @Test
  void aKeyIsPressedForAChannel() throws Exception {
    alice.register();
    Conversation atAlice = alice.call("600").awaitAnswer();
    String channel = client.event("Newchannel").get("Channel");
    for (String key : new String[] {"4", "2", "#"}) {
      assertThat(client.ask("Action: PlayDTMF", "Channel: " + channel, "Digit: " + key))
          .containsEntry("Message", "DTMF successfully queued");
    }
    atAlice.awaitDigits("42#");
    assertThat(client.ask("Action: PlayDTMF", "Channel: " + channel, "Digit: x"))
        .containsEntry("Response", "Error");
    assertThat(client.ask("Action: PlayDTMF", "Channel: SIP/none-1", "Digit: 1"))
        .containsEntry("Message", "Channel not found");
    assertThat(client.ask("Action: PlayDTMF", "Channel: " + channel))
        .containsEntry("Message", "No digit specified");
    assertThat(client.ask("Action: PlayDTMF")).containsEntry("Message", "Channel not specified");
  }
}
