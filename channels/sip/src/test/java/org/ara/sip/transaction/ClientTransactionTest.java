package org.ara.sip.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import org.ara.sip.message.Method;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.message.Via;
import org.ara.sip.transport.DropReason;
import org.junit.jupiter.api.Test;

/** Client transactions by RFC 3261 section 17.1 and RFC 6026. */
class ClientTransactionTest {
  private static final Duration T1 = Duration.ofMillis(500);
  private final Fixture fixture = new Fixture();

  @Test
  void anInviteIsRepeatedDoublingUntilItTimesOut() {
    send(Method.INVITE);
    fixture.timers.advance(T1.multipliedBy(63));
    assertThat(fixture.wire.methods()).isEqualTo(Collections.nCopies(7, "INVITE"));
    fixture.timers.advance(T1);
    fixture.awaitTold("timeout");
    assertThat(fixture.timers.pending()).isZero();
  }

  @Test
  void aProvisionalResponseStopsTheRepeating() {
    ClientTransaction transaction = send(Method.INVITE);
    fixture.answer(transaction, 180);
    fixture.timers.advance(Duration.ofMinutes(5));
    fixture.awaitTold("provisional 180");
    assertThat(fixture.wire.methods()).containsExactly("INVITE");
  }

  @Test
  void aRefusalIsAcknowledgedEachTimeAndToldOnce() {
    ClientTransaction transaction = send(Method.INVITE);
    fixture.answer(transaction, 486);
    fixture.answer(transaction, 486);
    fixture.awaitTold("final 486");
    assertThat(fixture.wire.methods()).containsExactly("INVITE", "ACK", "ACK");
    SipRequest ack = (SipRequest) fixture.wire.sent.get(1);
    assertThat(ack.topVia()).isEqualTo(transaction.request().topVia());
    assertThat(ack.to().tag()).isEqualTo("b");
    assertThat(ack.cseq().number()).isEqualTo(1);
    fixture.timers.advance(T1.multipliedBy(64));
    assertThat(fixture.layer.transactionsAlive()).isZero();
  }

  @Test
  void a2xxIsLeftToTheUserToAcknowledgeAndToldAgain() {
    ClientTransaction transaction = send(Method.INVITE);
    fixture.answer(transaction, 200);
    fixture.answer(transaction, 200);
    fixture.awaitTold("final 200", "further 200");
    assertThat(fixture.wire.methods()).containsExactly("INVITE");
    fixture.timers.advance(T1.multipliedBy(64));
    assertThat(fixture.layer.transactionsAlive()).isZero();
  }

  @Test
  void aCancelWaitsForTheFirstProvisional() {
    ClientTransaction transaction = send(Method.INVITE);
    transaction.cancel();
    assertThat(fixture.wire.methods()).containsExactly("INVITE");
    fixture.answer(transaction, 100);
    assertThat(fixture.wire.methods()).containsExactly("INVITE", "CANCEL");
    SipRequest cancel = (SipRequest) fixture.wire.sent.get(1);
    assertThat(cancel.topVia()).isEqualTo(transaction.request().topVia());
    fixture.layer.response(cancel.response(200).build(), fixture.peer);
    fixture.answer(transaction, 487);
    fixture.awaitTold("provisional 100", "final 487");
  }

  @Test
  void aCancelledInviteThatIsNeverAnsweredTimesOut() {
    ClientTransaction transaction = send(Method.INVITE);
    fixture.answer(transaction, 180);
    transaction.cancel();
    fixture.timers.advance(T1.multipliedBy(65));
    fixture.awaitTold("provisional 180", "timeout");
  }

  @Test
  void anotherRequestIsRepeatedUpToT2AndTimesOut() {
    send(Method.OPTIONS);
    fixture.timers.advance(T1.multipliedBy(1 + 2 + 4 + 8 + 8));
    assertThat(fixture.wire.methods()).hasSize(6);
    fixture.timers.advance(T1.multipliedBy(64));
    fixture.awaitTold("timeout");
    assertThat(fixture.wire.methods()).hasSize(11);
    assertThat(fixture.layer.transactionsAlive()).isZero();
  }

  @Test
  void aFinalResponseIsToldOnceAndForgottenAfterT4() {
    ClientTransaction transaction = send(Method.BYE);
    fixture.answer(transaction, 200);
    fixture.answer(transaction, 200);
    fixture.timers.advance(Duration.ofSeconds(5));
    fixture.awaitTold("final 200");
    assertThat(fixture.layer.transactionsAlive()).isZero();
    assertThatThrownBy(transaction::cancel).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aRequestThatCannotLeaveIsToldAsAnError() {
    fixture.wire.broken = true;
    send(Method.INVITE);
    fixture.awaitTold("error no route");
    assertThat(fixture.layer.transactionsAlive()).isZero();
  }

  @Test
  void aResponseThatPassedAnotherHopIsDropped() {
    ClientTransaction transaction = send(Method.OPTIONS);
    SipResponse response = transaction.request().response(200, "OK", "b").build();
    SipResponse foreign =
        response.toBuilder()
            .header("Via", Via.of("UDP", "255.255.255.255", 0, "z9hG4bKx").toString())
            .build();
    fixture.layer.response(foreign, fixture.peer);
    assertThat(fixture.wire.counters().snapshot().dropped(DropReason.FOREIGN_RESPONSE))
        .isEqualTo(1);
    assertThat(fixture.told).isEmpty();
  }

  @Test
  void aResponseOfNoTransactionIsCounted() {
    SipResponse stray = Fixture.request(Method.OPTIONS, "z9hG4bKunknown").response(200).build();
    fixture.layer.response(stray, fixture.peer);
    assertThat(fixture.wire.counters().snapshot().dropped(DropReason.STRAY_RESPONSE)).isEqualTo(1);
  }

  private ClientTransaction send(Method method) {
    return fixture.layer.send(Fixture.unsent(method), fixture.peer, fixture);
  }
}
