package org.ara.server.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import org.ara.testkit.audio.Tone;
import org.ara.testkit.sip.Conversation;
import org.ara.testkit.sip.OutgoingCall;
import org.ara.testkit.sip.SipPhone;
import org.ara.testkit.sip.SipResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls that go on in the dialplan: through Local channels, and where a phone sends them on. */
class ForwardTest {

  private static final Tone A = new Tone(440);
  private static final Tone E = new Tone(660);

  @TempDir Path home;
  private TestServer server;
  private Phones phones;
  private SipPhone alice;
  private SipPhone bob;
  private SipPhone carol;

  @BeforeEach
  void start() throws Exception {
    server = TestServer.onSqlite(home);
    phones = new Phones(server);
    alice = phones.registered("alice");
    bob = phones.registered("bob");
    carol = phones.registered("carol");
    server.insertStep("200", 1, "Dial", "SIP/bob,20");
    server.insertStep("300", 1, "Dial", "SIP/carol,20");
    server.insertStep("400", 1, "Dial", "Local/300@phones,20");
    server.insertStep("500", 1, "Dial", "Local/500@phones,20");
  }

  @AfterEach
  void stop() {
    phones.close();
    server.close();
    phones.assertNoViolations();
  }

  private void talkAndEnd(Conversation one, Conversation other) {
    one.say(A);
    other.say(E);
    one.awaitTone(E);
    other.awaitTone(A);
    one.press("42");
    other.awaitDigits("42");
    one.hangUp();
    other.awaitHangUp();
    await()
        .until(
            () -> server.execute("core show channels count").text().contains("0 active channels"));
  }

  @Test
  void aLocalChannelLeadsToANumber() {
    OutgoingCall call = alice.call("400");
    var ringing = carol.awaitCall().ring();
    call.awaitRinging();
    assertThat(ringing.callerNumber()).isEqualTo("alice");
    Conversation atCarol = ringing.answer();
    talkAndEnd(call.awaitAnswer(), atCarol);
  }

  @Test
  void whereANumberLeadsToItselfTheCallEnds() {
    assertThat(alice.call("500").awaitOutcome().status()).isGreaterThanOrEqualTo(400);
  }

  @Test
  void aPhoneSendsACallOnToAnotherNumber() {
    OutgoingCall call = alice.call("200");
    bob.awaitCall().forward("300");
    Conversation atCarol = carol.awaitCall().answer();
    talkAndEnd(call.awaitAnswer(), atCarol);
  }

  @Test
  void aCallerThatWasNotAnsweredIsSentElsewhere() throws Exception {
    server.insertStep("600", 1, "Transfer", "SIP/700@192.0.2.9");
    SipResponse response = alice.call("600").awaitOutcome();
    assertThat(response.status()).isEqualTo(302);
    assertThat(response.header("Contact")).contains("sip:700@192.0.2.9");
  }

  @Test
  void aCallerThatWasAnsweredIsToldWhomToCall() throws Exception {
    server.insertStep("601", 1, "Answer", "");
    server.insertStep("601", 2, "Transfer", "700");
    server.insertStep("601", 3, "Verbose", "came to ${TRANSFERSTATUS}");
    server.insertStep("601", 4, "Wait", "20");
    Conversation talk = alice.call("601").awaitAnswer();
    assertThat(talk.awaitRefer()).contains("sip:700@127.0.0.1");
    talk.hangUp();
  }
}
