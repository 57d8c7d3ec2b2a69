package org.ara.sip.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.ara.sip.peer.Expiries.Ended;
import org.junit.jupiter.api.Test;

class ExpiriesTest {

  private static final long START = 1_800_000_000L;

  private final Expiries expiries = new Expiries();

  private static Instant at(long second) {
    return Instant.ofEpochSecond(START + second);
  }

  @Test
  void aRegistrationEndsOnceAndWithSomeGrace() {
    expiries.renewed("bob", at(60));
    assertThat(expiries.due(at(69))).isEmpty();
    assertThat(expiries.due(at(70))).containsExactly(new Ended("bob", START + 60));
    assertThat(expiries.due(at(700))).isEmpty();
    assertThat(expiries.size()).isZero();
  }

  @Test
  void aRenewedRegistrationDoesNotEnd() {
    expiries.renewed("bob", at(60));
    expiries.renewed("bob", at(120));
    expiries.renewed("bob", at(180));
    assertThat(expiries.due(at(140))).isEmpty();
    assertThat(expiries.due(at(190))).containsExactly(new Ended("bob", START + 180));
  }

  @Test
  void aRegistrationForAShorterTimeEndsEarlier() {
    expiries.renewed("bob", at(3600));
    expiries.renewed("bob", at(60));
    assertThat(expiries.due(at(70))).containsExactly(new Ended("bob", START + 60));
    assertThat(expiries.due(at(4000))).isEmpty();
  }

  @Test
  void whatAnotherServerWroteIsKnownOnceItIsSeen() {
    expiries.seen("bob", at(60));
    expiries.seen("bob", at(90));
    expiries.seen("nobody", Instant.EPOCH);
    assertThat(expiries.due(at(70))).containsExactly(new Ended("bob", START + 60));
  }

  @Test
  void aForgottenOneDoesNotEndAndOneThatCouldNotBeClearedComesAgain() {
    expiries.renewed("bob", at(60));
    expiries.forget("bob");
    assertThat(expiries.due(at(100))).isEmpty();

    Ended ended = new Ended("carol", START + 60);
    expiries.again(ended, at(100));
    assertThat(expiries.due(at(150))).isEmpty();
    assertThat(expiries.due(at(200))).containsExactly(ended);
  }

  @Test
  void manyEndWithoutLossOrRepetition() {
    for (int i = 0; i < 100_000; i++) {
      expiries.renewed("p" + i, at(i % 600));
      expiries.renewed("p" + i, at(600 + i % 600));
    }
    assertThat(expiries.due(at(605))).isEmpty();
    assertThat(expiries.due(at(2000))).doesNotHaveDuplicates().hasSize(100_000);
  }
}
