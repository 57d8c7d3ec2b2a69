package org.ara.server.manager;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.ara.testkit.sip.OutgoingCall;
import org.ara.testkit.sip.PhoneAccount;
import org.ara.testkit.sip.SipPhone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manager interface of a whole server, line by line. */
class ManagerTest {

  @TempDir Path directory;
  private ManagerHome home;

  @BeforeEach
  void start() throws Exception {
    home = ManagerHome.start(directory);
  }

  @AfterEach
  void stop() {
    home.close();
  }

  @Test
  void aClientLogsInAndIsToldThatTheServerHasStarted() throws Exception {
    try (RawManager client = home.connect()) {
      assertThat(client.banner()).isEqualTo("Asterisk Call Manager/9.0.0");
      client.send("Action: Login", "ActionID: 7", "Username: BOSS", "Secret: s3cret");
      assertThat(client.lines())
          .containsExactly("Response: Success", "ActionID: 7", "Message: Authentication accepted");
      assertThat(client.lines())
          .startsWith("Event: FullyBooted", "Privilege: system,all")
          .endsWith("Status: Fully Booted");
    }
  }

  @Test
  void aPingIsAnsweredWithAPong() throws Exception {
    try (RawManager client = home.login("boss", "s3cret")) {
      assertThat(client.ask("action: ping", "actionid: x")).containsEntry("Ping", "Pong");
    }
  }

  @Test
  void aCommandIsRunAndItsOutputFollows() throws Exception {
    try (RawManager client = home.login("boss", "s3cret")) {
      assertThat(client.ask("Action: Command", "Command: core show version"))
          .containsEntry("Response", "Success")
          .containsEntry("Message", "Command output follows")
          .hasEntrySatisfying("Output", text -> assertThat(text).startsWith("Asterisk 20"));
      assertThat(client.ask("Action: Command", "Command: nonsense"))
          .containsEntry("Response", "Error")
          .hasEntrySatisfying(
              "Output", text -> assertThat(text).startsWith("No such command 'nonsense'"));
      assertThat(client.ask("Action: Command", "Command: module unload chan_sip"))
          .containsEntry("Message", "Command blacklisted");
    }
  }

  @Test
  void aWrongPasswordEndsTheConnection() throws Exception {
    for (String[] wrong :
        List.of(
            new String[] {"boss", "S3cret"},
            new String[] {"nobody", "s3cret"},
            new String[] {"faraway", "far"})) {
      try (RawManager client = home.connect()) {
        assertThat(client.ask("Action: Login", "Username: " + wrong[0], "Secret: " + wrong[1]))
            .containsEntry("Response", "Error")
            .containsEntry("Message", "Authentication failed");
        assertThat(client.isClosed()).isTrue();
      }
    }
  }

  @Test
  void aCallIsToldFromItsFirstChannelToItsLast() throws Exception {
    home.server().insertPhone("alice", "pa55word");
    home.server().insertStep("600", 1, "Answer", "");
    home.server().insertStep("600", 2, "Echo", "");
    try (RawManager client = home.login("boss", "s3cret");
        SipPhone alice = SipPhone.open(PhoneAccount.of("alice", "pa55word", home.server().sip()))) {
      alice.register();
      OutgoingCall call = alice.call("600");
      String channel = client.event("Newchannel").get("Channel");
      assertThat(channel).startsWith("SIP/alice-");
      assertThat(client.event("Newexten"))
          .containsEntry("Privilege", "dialplan,all")
          .containsEntry("Channel", channel)
          .containsEntry("Application", "Answer");
      call.awaitAnswer().hangUp();
      assertThat(client.event("Hangup"))
          .containsEntry("Channel", channel)
          .containsEntry("Cause", "16");
    }
  }
}
