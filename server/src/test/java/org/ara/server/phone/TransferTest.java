package org.ara.server.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.ara.testkit.audio.Tone;
import org.ara.testkit.sip.Conversation;
import org.ara.testkit.sip.OutgoingCall;
import org.ara.testkit.sip.SipPhone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Phones transfer calls with REFER; alice has called bob. */
class TransferTest {

  private static final Tone A = new Tone(440);
  private static final Tone E = new Tone(660);

  @TempDir Path home;
  private TestServer server;
  private Phones phones;
  private SipPhone bob;
  private SipPhone carol;
  private Conversation atAlice;
  private Conversation atBob;

  @BeforeEach
  void start() throws Exception {
    server = TestServer.onSqlite(home);
    phones = new Phones(server);
    final SipPhone alice = phones.registered("alice");
    bob = phones.registered("bob");
    carol = phones.registered("carol");
    server.insertStep("200", 1, "Dial", "SIP/bob,20");
    server.insertStep("300", 1, "Dial", "SIP/carol,20");
    OutgoingCall call = alice.call("200");
    atBob = bob.awaitCall().answer();
    atAlice = call.awaitAnswer();
  }

  @AfterEach
  void stop() {
    phones.close();
    server.close();
    phones.assertNoViolations();
  }

  private static void talk(Conversation one, Conversation other) {
    one.say(A);
    other.say(E);
    one.awaitTone(E);
    other.awaitTone(A);
  }

  @Test
  void theCalledPhoneSendsTheCallerToAnotherNumber() {
    assertThat(atBob.refer("300").status()).isEqualTo(202);
    Conversation atCarol = carol.awaitCall().answer();
    atBob.awaitNotice("SIP/2.0 200 OK");
    atBob.awaitHangUp();
    talk(atAlice, atCarol);
    atCarol.hangUp();
    atAlice.awaitHangUp();
  }

  @Test
  void theCallerSendsTheCalledPhoneToAnotherNumber() {
    assertThat(atAlice.refer("300").status()).isEqualTo(202);
    Conversation atCarol = carol.awaitCall().answer();
    atAlice.awaitHangUp();
    talk(atBob, atCarol);
    atBob.hangUp();
    atCarol.awaitHangUp();
  }

  @Test
  void afterAskingTheThirdTheOtherTwoAreConnected() {
    OutgoingCall question = bob.call("300");
    Conversation atCarol = carol.awaitCall().answer();
    Conversation asking = question.awaitAnswer();
    talk(asking, atCarol);

    assertThat(atBob.refer(asking).status()).isEqualTo(202);

    atBob.awaitHangUp();
    asking.awaitHangUp();
    talk(atAlice, atCarol);
    assertThat(atAlice.hangUp().status()).isEqualTo(200);
    atCarol.awaitHangUp();
  }

  @Test
  void aNumberThatDoesNotExistLeavesTheCallAsItIs() {
    assertThat(atBob.refer("999").status()).isEqualTo(202);
    atBob.awaitNotice("SIP/2.0 404 Not Found");
    talk(atAlice, atBob);
    atAlice.hangUp();
    atBob.awaitHangUp();
  }

  @Test
  void whoMayNotTransferIsRefused() throws Exception {
    server.sql("UPDATE sippeers SET allowtransfer = 'no' WHERE name = 'carol'");
    OutgoingCall call = bob.call("300");
    Conversation atCarol = carol.awaitCall().answer();
    Conversation asking = call.awaitAnswer();
    assertThat(atCarol.refer("200").status()).isEqualTo(603);
    asking.hangUp();
    atCarol.awaitHangUp();
  }

  @Test
  void aPhoneTakesThePlaceOfAnother() {
    OutgoingCall instead = carol.callInPlaceOf(atBob);
    Conversation atCarol = instead.awaitAnswer();
    atBob.awaitHangUp();
    talk(atAlice, atCarol);
    atCarol.hangUp();
    atAlice.awaitHangUp();
  }
}
