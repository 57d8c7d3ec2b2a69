package org.ara.testkit.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.ara.testkit.audio.G711;
import org.ara.testkit.audio.Tone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two phones that know each other's address, and no server between them. */
class PhoneToPhoneTest {

  private static final Tone A = new Tone(440);
  private static final Tone E = new Tone(660);
  private static final InetSocketAddress NOWHERE = new InetSocketAddress("127.0.0.1", 9);

  private final SipPhone bob = SipPhone.open(PhoneAccount.of("bob", "", NOWHERE));
  private final SipPhone alice = SipPhone.open(PhoneAccount.of("alice", "", bob.address()));

  @AfterEach
  void nobodyWasSentWhatMustNotBeSent() {
    alice.close();
    bob.close();
    assertThat(alice.violations()).isEmpty();
    assertThat(bob.violations()).isEmpty();
  }

  @Test
  void aCallIsHeardOnBothSidesUntilTheCallerHangsUp() {
    OutgoingCall call = alice.call("bob");
    IncomingCall incoming = bob.awaitCall().ring();
    call.awaitRinging();
    Conversation atBob = incoming.answer().say(E);
    Conversation atAlice = call.awaitAnswer().say(A);

    assertThat(atAlice.awaitTone(E).lost()).isZero();
    assertThat(atBob.awaitTone(A).lost()).isZero();
    assertThat(incoming.callerNumber()).isEqualTo("alice");

    assertThat(atAlice.hangUp().status()).isEqualTo(200);
    atBob.awaitHangUp();
  }

  @Test
  void theCalleeMayHangUp() {
    OutgoingCall call = alice.call("bob");
    Conversation atBob = bob.awaitCall().answer();
    Conversation atAlice = call.awaitAnswer();
    assertThat(atBob.hangUp().status()).isEqualTo(200);
    atAlice.awaitHangUp();
  }

  @Test
  void aBusyPhoneSaysSo() {
    OutgoingCall call = alice.call("bob");
    bob.awaitCall().reject(486, "Busy Here");
    assertThat(call.awaitOutcome().status()).isEqualTo(486);
    assertThatThrownBy(call::awaitAnswer).hasMessageContaining("alice was refused: 486 Busy Here");
  }

  @Test
  void aCallTakenBackIsTerminated() {
    OutgoingCall call = alice.call("bob");
    IncomingCall incoming = bob.awaitCall().ring();
    assertThat(call.cancel().status()).isEqualTo(200);
    incoming.awaitCancelled();
    assertThat(call.awaitOutcome().status()).isEqualTo(487);
  }

  @Test
  void aCallOnHoldIsSilentAndComesBack() {
    OutgoingCall call = alice.call("bob");
    Conversation atBob = bob.awaitCall().answer().say(E);
    Conversation atAlice = call.awaitAnswer().say(A);
    atAlice.awaitTone(E);

    assertThat(atAlice.hold().status()).isEqualTo(200);
    assertThat(atAlice.remote().direction()).isEqualTo(Sdp.Direction.RECVONLY);
    atAlice.awaitQuiet(Duration.ofMillis(200));

    assertThat(atAlice.resume().status()).isEqualTo(200);
    atAlice.awaitTone(E);
    atBob.awaitDirection(Sdp.Direction.SENDRECV);
  }

  @Test
  void digitsArePressedAndHeard() {
    OutgoingCall call = alice.call("bob");
    Conversation atBob = bob.awaitCall().answer();
    call.awaitAnswer().say(A).press("199*#");
    atBob.awaitDigits("199*#");
  }

  @Test
  void theFirstCommonCodecIsSpoken() {
    InetSocketAddress to = bob.address();
    try (SipPhone european = SipPhone.open(PhoneAccount.of("eu", "", to).laws(G711.PCMA))) {
      OutgoingCall call = european.call("bob");
      Conversation atBob = bob.awaitCall().answer().say(E);
      Conversation there = call.awaitAnswer().say(A);
      assertThat(there.awaitTone(E).payloadTypes()).containsExactly(8);
      assertThat(atBob.awaitTone(A).payloadTypes()).containsExactly(8);
    }
  }

  @Test
  void optionsAreAnswered() {
    assertThat(alice.options("").header("Allow")).contains("INVITE");
  }

  @Test
  void aFailureTellsWhatWasWaitedForAndWhatWasSeen() {
    PhoneAccount hasty =
        PhoneAccount.of("hasty", "", bob.address()).patience(Duration.ofMillis(300));
    try (SipPhone phone = SipPhone.open(hasty)) {
      OutgoingCall call = phone.call("bob");
      bob.awaitCall().ring();
      assertThatThrownBy(call::awaitAnswer)
          .isInstanceOf(PhoneException.class)
          .hasMessageContaining("hasty waited 0 s in vain for the final answer to its INVITE")
          .hasMessageContaining("SIP/2.0 180 Ringing");
    }
  }
}
