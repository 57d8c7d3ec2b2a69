package org.ara.sip.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import org.ara.sip.message.Method;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.transport.DropReason;
import org.junit.jupiter.api.Test;

/** Server transactions by RFC 3261 section 17.2 and RFC 6026. */
class ServerTransactionTest {
  private static final Duration T1 = Duration.ofMillis(500);
  private final Fixture fixture = new Fixture();
  private final SipRequest invite = Fixture.request(Method.INVITE, "z9hG4bK1");
  private final SipRequest register = Fixture.request(Method.REGISTER, "z9hG4bK2");

  @Test
  void anInviteNobodyAnswersAtOnceGets100() {
    fixture.receive(invite);
    fixture.timers.advance(Duration.ofMillis(199));
    assertThat(fixture.wire.sent).isEmpty();
    fixture.timers.advance(Duration.ofMillis(1));
    assertThat(fixture.wire.statuses()).containsExactly(100);
  }

  @Test
  void aRetransmittedInviteGetsTheLastProvisionalAgain() {
    ServerTransaction transaction = fixture.receive(invite);
    transaction.respond(invite.response(180).build());
    fixture.layer.request(invite, fixture.peer);
    assertThat(fixture.wire.statuses()).containsExactly(180, 180);
    assertThat(fixture.requests).hasSize(1);
  }

  @Test
  void aRefusalIsRepeatedFromT1DoublingToT2UntilItsAck() {
    ServerTransaction transaction = fixture.receive(invite);
    transaction.respond(invite.response(486).build());
    fixture.timers.advance(T1.multipliedBy(1 + 2 + 4 + 8 + 8));
    assertThat(fixture.wire.statuses()).isEqualTo(Collections.nCopies(6, 486));
    fixture.layer.request(ackOf(invite), fixture.peer);
    fixture.timers.advance(Duration.ofMinutes(1));
    assertThat(fixture.wire.statuses()).hasSize(6);
    assertThat(fixture.acks).isEmpty();
    assertThat(fixture.layer.transactionsAlive()).isZero();
  }

  @Test
  void aRefusalThatIsNeverAcknowledgedTimesOut() {
    ServerTransaction transaction = fixture.receive(invite);
    AtomicInteger timeouts = new AtomicInteger();
    transaction.onTimeout(timeouts::incrementAndGet);
    transaction.respond(invite.response(486).build());
    fixture.timers.advance(T1.multipliedBy(64));
    await().until(() -> timeouts.get() == 1);
    assertThat(fixture.timers.pending()).isZero();
    assertThat(fixture.layer.transactionsAlive()).isZero();
  }

  @Test
  void aChallengeIsSentOnceAndForgotten() {
    fixture.receive(invite).respond(invite.response(401).build());
    fixture.timers.advance(Duration.ofMinutes(1));
    assertThat(fixture.wire.statuses()).containsExactly(401);
    assertThat(fixture.layer.transactionsAlive()).isZero();
    assertThat(fixture.timers.pending()).isZero();

    fixture.receive(invite).respond(invite.response(401).build());
    assertThat(fixture.wire.statuses()).as("to who asks again").containsExactly(401, 401);
  }

  @Test
  void overAReliableTransportNothingIsRepeated() {
    Fixture reliable = new Fixture(true, TransactionOptions.DEFAULTS);
    reliable.receive(invite).respond(invite.response(486).build());
    reliable.timers.advance(T1.multipliedBy(20));
    assertThat(reliable.wire.statuses()).containsExactly(486);
  }

  @Test
  void a2xxIsRepeatedUntilItsAckAndTheAckReachesTheUser() {
    ServerTransaction transaction = fixture.receive(invite);
    PendingAck pending = transaction.respondUntilAcked(invite.response(200).build(), () -> {});
    fixture.timers.advance(T1.multipliedBy(3));
    assertThat(fixture.wire.statuses()).containsExactly(200, 200, 200);
    fixture.layer.request(Fixture.request(Method.ACK, "z9hG4bKother"), fixture.peer);
    await().until(() -> fixture.acks.size() == 1);
    pending.acked();
    fixture.timers.advance(Duration.ofMinutes(1));
    assertThat(fixture.wire.statuses()).hasSize(3);
    assertThat(fixture.layer.transactionsAlive()).isZero();
  }

  @Test
  void a2xxThatIsNeverAcknowledgedIsReported() {
    AtomicInteger reported = new AtomicInteger();
    fixture
        .receive(invite)
        .respondUntilAcked(invite.response(200).build(), reported::incrementAndGet);
    fixture.timers.advance(T1.multipliedBy(64));
    await().until(() -> reported.get() == 1);
    assertThat(fixture.timers.pending()).isZero();
  }

  @Test
  void aRetransmittedInviteIsAbsorbedOnceAccepted() {
    fixture.receive(invite).respond(invite.response(200).build());
    fixture.layer.request(invite, fixture.peer);
    assertThat(fixture.wire.statuses()).containsExactly(200);
    assertThat(fixture.requests).hasSize(1);
  }

  @Test
  void aCancelIsAnsweredAndTold() {
    ServerTransaction transaction = fixture.receive(invite);
    AtomicInteger cancels = new AtomicInteger();
    transaction.onCancel(cancels::incrementAndGet);
    SipRequest cancel = Fixture.request(Method.CANCEL, "z9hG4bK1");
    fixture.layer.request(cancel, fixture.peer);
    fixture.layer.request(cancel, fixture.peer);
    await().until(() -> cancels.get() == 1);
    assertThat(transaction.isCancelled()).isTrue();
    assertThat(fixture.wire.statuses()).containsExactly(200, 200);
  }

  @Test
  void aCancelOfNothingIsAnswered481() {
    fixture.layer.request(Fixture.request(Method.CANCEL, "z9hG4bK9"), fixture.peer);
    assertThat(fixture.wire.statuses()).containsExactly(481);
  }

  @Test
  void aCancelAfterTheFinalResponseChangesNothing() {
    ServerTransaction transaction = fixture.receive(invite);
    transaction.respond(invite.response(486).build());
    fixture.layer.request(Fixture.request(Method.CANCEL, "z9hG4bK1"), fixture.peer);
    assertThat(transaction.isCancelled()).isFalse();
    assertThat(fixture.wire.statuses()).containsExactly(486, 200);
  }

  @Test
  void aRetransmittedRequestGetsItsAnswerAgainUntilTimerJ() {
    fixture.receive(register).respond(register.response(200).build());
    fixture.layer.request(register, fixture.peer);
    assertThat(fixture.wire.statuses()).containsExactly(200, 200);
    fixture.timers.advance(T1.multipliedBy(62));
    fixture.layer.request(register, fixture.peer);
    assertThat(fixture.wire.statuses()).hasSize(3);
    fixture.timers.advance(T1.multipliedBy(4));
    fixture.receive(register);
    assertThat(fixture.requests).hasSize(2);
  }

  @Test
  void onlyTheFirstFinalResponseCounts() {
    ServerTransaction transaction = fixture.receive(register);
    transaction.respond(register.response(200).build());
    transaction.respond(register.response(500).build());
    assertThat(fixture.wire.statuses()).containsExactly(200);
  }

  @Test
  void beyondTheLimitRequestsAreAnswered503() {
    Fixture small = new Fixture(false, TransactionOptions.DEFAULTS.withMaximumTransactions(1));
    small.receive(invite);
    small.layer.request(register, small.peer);
    SipResponse answer = (SipResponse) small.wire.sent.getFirst();
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers().first("Retry-After")).isEqualTo("5");
    assertThat(small.wire.counters().snapshot().dropped(DropReason.OVERLOAD)).isEqualTo(1);
  }

  @Test
  void anRfc2543InviteIsMatchedWithItsRetransmissionAndItsAck() {
    SipRequest old = withoutBranch(invite);
    ServerTransaction transaction = fixture.receive(old);
    transaction.respond(old.response(404).build());
    fixture.layer.request(old, fixture.peer);
    assertThat(fixture.wire.statuses()).containsExactly(404, 404);
    fixture.layer.request(withoutBranch(ackOf(invite)), fixture.peer);
    fixture.timers.advance(Duration.ofMinutes(1));
    assertThat(fixture.wire.statuses()).hasSize(2);
    assertThat(fixture.acks).isEmpty();
  }

  private static SipRequest ackOf(SipRequest invite) {
    return Fixture.request(Method.ACK, String.valueOf(invite.topVia().branch()));
  }

  private static SipRequest withoutBranch(SipRequest request) {
    return request.withHeaders(request.headers().with("Via", "SIP/2.0/UDP 127.0.0.1:5080"));
  }
}
