package org.ara.sip.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ara.sip.message.HeaderName;
import org.ara.sip.message.Method;
import org.ara.sip.message.NameAddress;
import org.ara.sip.message.RequestBuilder;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.message.SipUri;
import org.ara.sip.message.Via;
import org.ara.sip.peer.SessionPolicy;
import org.ara.sip.transaction.Timers;
import org.junit.jupiter.api.Test;

class SessionKeeperTest {

  private record Planned(long second, Runnable action) {}

  private final List<Planned> planned = new ArrayList<>();
  private final List<SipRequest> refreshes = new ArrayList<>();
  private final List<SessionKeeper.Outcome> outcomes = new ArrayList<>();
  private final SessionKeeper keeper =
      new SessionKeeper(SessionPolicy.USUAL, this::later, this::refresh, this::gone);
  private long now;
  private long goneAt = -1;

  private Timers.Timer later(Duration delay, Runnable action) {
    Planned plan = new Planned(now + delay.toSeconds(), action);
    planned.add(plan);
    return () -> planned.remove(plan);
  }

  private void refresh(UnaryOperator<RequestBuilder> terms, SessionKeeper.Outcome outcome) {
    refreshes.add(terms.apply(request()).build());
    outcomes.add(outcome);
  }

  private void gone() {
    goneAt = now;
  }

  private static RequestBuilder request() {
    SipUri uri = SipUri.parse("sip:bob@127.0.0.1");
    return SipRequest.builder(Method.UPDATE, uri)
        .via(Via.of("UDP", "127.0.0.1", 5060, "z9hG4bK1"))
        .from(NameAddress.of(uri).withTag("a"))
        .to(NameAddress.of(uri))
        .callId("c")
        .cseq(1);
  }

  private void runUntil(long second) {
    while (true) {
      Planned next = planned.stream().min(Comparator.comparingLong(Planned::second)).orElse(null);
      if (next == null || next.second() > second) {
        now = second;
        return;
      }
      planned.remove(next);
      now = next.second();
      next.action().run();
    }
  }

  private SipResponse answer(int status, String header, String value) {
    return refreshes.getLast().response(status).header(header, value).build();
  }

  @Test
  void whoRefreshesDoesSoAtHalfTimeAgainAndAgain() {
    keeper.settled(new SessionTerms(1800, true));
    runUntil(900);
    assertThat(refreshes.getFirst().headers().first(HeaderName.SESSION_EXPIRES))
        .isEqualTo("1800;refresher=uac");
    outcomes
        .getLast()
        .answered(
            refreshes.getLast(), answer(200, HeaderName.SESSION_EXPIRES, "1200;refresher=uac"));
    runUntil(1500);
    assertThat(refreshes).hasSize(2);
    assertThat(refreshes.getLast().headers().first(HeaderName.SESSION_EXPIRES)).startsWith("1200;");
    assertThat(goneAt).isEqualTo(-1);
  }

  @Test
  void aFarEndThatDoesNotRefreshInTimeIsGone() {
    keeper.settled(new SessionTerms(90, false));
    runUntil(59);
    assertThat(goneAt).isEqualTo(-1);
    runUntil(90);
    assertThat(goneAt).isEqualTo(60);
    assertThat(refreshes).isEmpty();
  }

  @Test
  void aRefreshInTimeCounts() {
    keeper.settled(new SessionTerms(1800, false));
    runUntil(1700);
    keeper.settled(new SessionTerms(1800, false));
    runUntil(3000);
    assertThat(goneAt).isEqualTo(-1);
    runUntil(4000);
    assertThat(goneAt).isEqualTo(1700 + 1768);
  }

  @Test
  void aFarEndThatDoesNotAnswerARefreshIsGone() {
    keeper.settled(new SessionTerms(1800, true));
    runUntil(900);
    outcomes.getLast().lost();
    assertThat(goneAt).isEqualTo(900);
  }

  @Test
  void aTimeThatIsTooShortIsRaised() {
    keeper.settled(new SessionTerms(90, true));
    runUntil(45);
    outcomes.getLast().answered(refreshes.getLast(), answer(422, HeaderName.MIN_SE, "300"));
    runUntil(46);
    assertThat(refreshes).hasSize(2);
    assertThat(refreshes.getLast().headers().first(HeaderName.SESSION_EXPIRES)).startsWith("300;");
    assertThat(refreshes.getLast().headers().first(HeaderName.MIN_SE)).isEqualTo("300");
  }

  @Test
  void nothingHappensOnceTheCallIsOver() {
    keeper.settled(new SessionTerms(90, true));
    keeper.stop();
    runUntil(1000);
    assertThat(refreshes).isEmpty();
    assertThat(goneAt).isEqualTo(-1);
  }
}
