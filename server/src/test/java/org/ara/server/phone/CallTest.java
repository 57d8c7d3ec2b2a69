package org.ara.server.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.ara.testkit.audio.G711;
import org.ara.testkit.audio.Tone;
import org.ara.testkit.sip.Conversation;
import org.ara.testkit.sip.IncomingCall;
import org.ara.testkit.sip.OutgoingCall;
import org.ara.testkit.sip.SipPhone;
import org.ara.testkit.sip.SipResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls between phones that are rows, through extensions that are rows. */
class CallTest {

  private static final Tone A = new Tone(440);
  private static final Tone E = new Tone(660);

  @TempDir Path home;
  private TestServer server;
  private Phones phones;
  private SipPhone alice;
  private SipPhone bob;

  @BeforeEach
  void start() throws Exception {
    server = TestServer.onSqlite(home);
    phones = new Phones(server);
    alice = phones.registered("alice");
    bob = phones.registered("bob");
    server.insertStep("200", 1, "Dial", "SIP/bob,20");
  }

  @AfterEach
  void stop() {
    phones.close();
    server.close();
    phones.assertNoViolations();
  }

  @Test
  void aCallIsHeardInBothDirections() {
    OutgoingCall call = alice.call("200");
    IncomingCall incoming = bob.awaitCall().ring();
    call.awaitRinging();
    assertThat(incoming.callerNumber()).isEqualTo("alice");
    Conversation atBob = incoming.answer().say(E);
    Conversation atAlice = call.awaitAnswer().say(A);

    assertThat(atAlice.awaitTone(E).lost()).isZero();
    assertThat(atBob.awaitTone(A).lost()).isZero();

    assertThat(atAlice.hangUp().status()).isEqualTo(200);
    atBob.awaitHangUp();
  }

  @Test
  void theCalledPhoneMayHangUp() {
    OutgoingCall call = alice.call("200");
    Conversation atBob = bob.awaitCall().answer();
    Conversation atAlice = call.awaitAnswer();
    assertThat(atBob.hangUp().status()).isEqualTo(200);
    atAlice.awaitHangUp();
  }

  @Test
  void aChangedRowTakesEffectAtTheNextCall() throws Exception {
    SipPhone carol = phones.registered("carol");
    OutgoingCall first = alice.call("200");
    bob.awaitCall().answer();
    first.awaitAnswer().hangUp();

    server.sql("UPDATE extensions SET appdata = 'SIP/carol,20' WHERE exten = '200'");

    OutgoingCall second = alice.call("200");
    Conversation atCarol = carol.awaitCall().answer();
    second.awaitAnswer().hangUp();
    atCarol.awaitHangUp();
    assertThat(bob.called()).isFalse();
  }

  @Test
  void aPatternRowTakesEveryNumberThatItMatchesAndAnExactOneGoesBefore() throws Exception {
    server.insertStep("_2XX", 1, "Answer", "");
    server.insertStep("_2XX", 2, "Echo", "");
    alice.call("234").awaitAnswer().say(A).awaitTone(A);
    assertThat(bob.called()).isFalse();

    OutgoingCall exact = alice.call("200");
    bob.awaitCall().answer();
    exact.awaitAnswer().hangUp();
  }

  @Test
  void anExtensionWithoutARowIsNotFound() {
    assertThat(alice.call("999").awaitOutcome().status()).isEqualTo(404);
  }

  @Test
  void theFirstOfSeveralDestinationsToAnswerGetsTheCall() throws Exception {
    SipPhone carol = phones.registered("carol");
    server.insertStep("300", 1, "Dial", "SIP/bob&SIP/carol,20");
    OutgoingCall call = alice.call("300");
    IncomingCall atBob = bob.awaitCall().ring();
    Conversation atCarol = carol.awaitCall().ring().answer().say(E);
    Conversation atAlice = call.awaitAnswer().say(A);
    atBob.awaitCancelled();
    atAlice.awaitTone(E);
    atCarol.awaitTone(A);
  }

  @Test
  void aPhoneThatDoesNotAnswerInTimeIsLeftAlone() throws Exception {
    server.insertStep("300", 1, "Dial", "SIP/bob,1");
    server.insertStep("300", 2, "Goto", "after-${DIALSTATUS},1");
    server.insertStep("after-NOANSWER", 1, "Answer", "");
    server.insertStep("after-NOANSWER", 2, "Echo", "");
    OutgoingCall call = alice.call("300");
    bob.awaitCall().ring().awaitCancelled();
    call.awaitAnswer().say(A).awaitTone(A);
  }

  @Test
  void aBusyPhoneSetsTheDialStatus() throws Exception {
    server.insertStep("300", 1, "Dial", "SIP/bob,20");
    server.insertStep("300", 2, "Goto", "after-${DIALSTATUS},1");
    server.insertStep("after-BUSY", 1, "Busy", "1");
    OutgoingCall call = alice.call("300");
    bob.awaitCall().reject(486, "Busy Here");
    assertThat(call.awaitOutcome().status()).isEqualTo(486);
  }

  @Test
  void aPhoneThatIsNotRegisteredIsUnavailable() throws Exception {
    server.insertPhone("dave", "secret");
    server.insertStep("300", 1, "Dial", "SIP/dave,20");
    server.insertStep("300", 2, "Goto", "after-${DIALSTATUS},1");
    server.insertStep("after-CHANUNAVAIL", 1, "Congestion", "1");
    assertThat(alice.call("300").awaitOutcome().status()).isEqualTo(503);
  }

  @Test
  void aCallerWhoGivesUpStopsTheRinging() {
    OutgoingCall call = alice.call("200");
    IncomingCall incoming = bob.awaitCall().ring();
    call.awaitRinging();
    assertThat(call.cancel().status()).isEqualTo(200);
    assertThat(call.awaitOutcome().status()).isEqualTo(487);
    incoming.awaitCancelled();
  }

  @Test
  void aCallOnHoldIsSilentAndComesBack() {
    OutgoingCall call = alice.call("200");
    Conversation atBob = bob.awaitCall().answer().say(E);
    Conversation atAlice = call.awaitAnswer().say(A);
    atAlice.awaitTone(E);

    SipResponse held = atAlice.hold();
    assertThat(held.status()).isEqualTo(200);
    assertThat(atAlice.remote().direction().sends()).isFalse();
    atAlice.awaitQuiet(Duration.ofMillis(200));

    assertThat(atAlice.resume().status()).isEqualTo(200);
    atAlice.awaitTone(E);
    atBob.awaitTone(A);
  }

  @Test
  void digitsReachTheOtherPhone() {
    OutgoingCall call = alice.call("200");
    Conversation atBob = bob.awaitCall().answer();
    call.awaitAnswer().say(A).press("42#");
    atBob.awaitDigits("42#");
  }

  @Test
  void aSoundIsPlayed() throws Exception {
    Path file = home.resolve("tone.ulaw");
    Files.write(file, G711.PCMU.encode(E.samples(0, 5 * Tone.RATE)));
    server.insertStep("300", 1, "Answer", "");
    server.insertStep("300", 2, "Playback", home.resolve("tone").toString());
    alice.call("300").awaitAnswer().say(A).awaitTone(E);
  }

  @Test
  void aPhoneWithTheWrongPasswordCannotCall() {
    SipPhone impostor = phones.open("alice", "guess");
    assertThat(impostor.call("200").awaitOutcome().status()).isEqualTo(403);
    assertThat(bob.called()).isFalse();
  }

  @Test
  void consoleListsAndEndsTheCall() {
    OutgoingCall call = alice.call("200");
    Conversation atBob = bob.awaitCall().answer();
    Conversation atAlice = call.awaitAnswer();
    assertThat(server.execute("core show channels").text()).contains("SIP/alice-", "SIP/bob-");
    assertThat(server.execute("channel request hangup all").succeeded()).isTrue();
    atAlice.awaitHangUp();
    atBob.awaitHangUp();
  }
}
