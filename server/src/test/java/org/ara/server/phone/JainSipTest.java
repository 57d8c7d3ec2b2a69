package org.ara.server.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.ara.testkit.audio.Tone;
import org.ara.testkit.sip.Conversation;
import org.ara.testkit.sip.OutgoingCall;
import org.ara.testkit.sip.PhoneAccount;
import org.ara.testkit.sip.SipPhone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A phone on another SIP stack, as caller and as callee. */
class JainSipTest {

  private static final Tone A = new Tone(440);
  private static final Tone E = new Tone(660);

  @TempDir Path home;
  private TestServer server;
  private SipPhone bob;
  private JainSipPhone jain;

  @BeforeEach
  void start() throws Exception {
    server = TestServer.onSqlite(home);
    server.insertPhone("bob", "secret");
    server.insertPhone("jain", "secret");
    server.insertStep("200", 1, "Dial", "SIP/bob,20");
    server.insertStep("300", 1, "Dial", "SIP/jain,20");
    bob = SipPhone.open(PhoneAccount.of("bob", "secret", server.sip()));
    assertThat(bob.register().accepted()).isTrue();
    jain = new JainSipPhone("jain", "secret", server.sip());
    assertThat(jain.register(600)).isEqualTo(200);
  }

  @AfterEach
  void stop() {
    jain.close();
    bob.close();
    server.close();
    assertThat(bob.violations()).isEmpty();
  }

  @Test
  void itIsRefusedWithTheWrongPassword() throws Exception {
    try (JainSipPhone impostor = new JainSipPhone("jain", "guess", server.sip())) {
      assertThat(impostor.register(600)).isEqualTo(403);
    }
  }

  @Test
  void itCallsAndHangsUp() throws Exception {
    JainCall call = jain.call("200");
    Conversation atBob = bob.awaitCall().ring().answer().say(E);
    assertThat(call.awaitOutcome()).isEqualTo(200);
    call.say(A).awaitTone(E);
    atBob.awaitTone(A);
    call.hangUp();
    atBob.awaitHangUp();
  }

  @Test
  void itIsCalledAndHungUpOn() throws Exception {
    OutgoingCall call = bob.call("300");
    JainCall atJain = jain.awaitCall().answer().say(E);
    Conversation atBob = call.awaitAnswer().say(A);
    atBob.awaitTone(E);
    atJain.awaitTone(A);
    atBob.hangUp();
    atJain.awaitHangUp();
  }

  @Test
  void itGivesUpACall() throws Exception {
    JainCall call = jain.call("200");
    var incoming = bob.awaitCall().ring();
    call.cancel();
    incoming.awaitCancelled();
    assertThat(call.awaitOutcome()).isEqualTo(487);
  }
}
