package org.ara.sip.defence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class DefenceTest {

  private static final int UNPROVEN = 10;
  private static final int FAILURES = 6;

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final Defence defence = new Defence(new DefenceLimits(UNPROVEN, FAILURES), nanos::get);
  private final InetAddress here = address("192.0.2.1");

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private void pass(long seconds) {
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
  }

  private int asked(InetAddress source) {
    int passed = 0;
    while (passed < 1_000_000 && defence.mayAsk(source)) {
      passed++;
    }
    return passed;
  }

  @Test
  void anAddressMayAskTwoSecondsWorthAtOnceAndThenItsRate() {
    assertThat(asked(here)).isEqualTo(2 * UNPROVEN);
    pass(1);
    assertThat(asked(here)).isEqualTo(UNPROVEN);
    pass(3600);
    assertThat(asked(here)).isEqualTo(2 * UNPROVEN);
  }

  @Test
  void anotherAddressHasItsOwn() {
    asked(here);
    assertThat(asked(address("192.0.2.2"))).isEqualTo(2 * UNPROVEN);
  }

  @Test
  void addressesOfOneIpv6NetworkShare() {
    assertThat(asked(address("2001:db8::1"))).isEqualTo(2 * UNPROVEN);
    assertThat(asked(address("2001:db8::2"))).isZero();
    assertThat(asked(address("2001:db8:0:1::1"))).isEqualTo(2 * UNPROVEN);
  }

  @Test
  void forgedAddressesHaveALimitTogether() {
    RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    int passed = 0;
    for (int i = 0; i < 100_000; i++) {
      byte[] bytes = new byte[4];
      random.nextBytes(bytes);
      try {
        passed += defence.mayAsk(InetAddress.getByAddress(bytes)) ? 1 : 0;
      } catch (UnknownHostException e) {
        throw new IllegalStateException(e);
      }
    }
    assertThat(passed).isEqualTo(2 * 20 * UNPROVEN);
  }

  @Test
  void anAddressWherePasswordsAreKnownMayAskMoreAndKeepsItsPlaceAmongForgedOnes() {
    defence.proved(here, "bob");
    forgedAddressesHaveALimitTogether();
    assertThat(asked(here)).isEqualTo(20 * UNPROVEN);
    pass(601);
    asked(here);
    pass(1);
    assertThat(asked(here)).isEqualTo(UNPROVEN);
  }

  @Test
  void aTrunkWithoutAPasswordHasNoLimit() {
    defence.expected(here);
    assertThat(asked(here)).isEqualTo(1_000_000);
  }

  @Test
  void whoeverGuessesHasToWaitAndWhoeverProvedHasNot() {
    defence.proved(here, "bob");
    for (int i = 0; i < FAILURES; i++) {
      assertThat(defence.mayTry(here, "alice")).isTrue();
      defence.failed(here, "alice");
    }
    assertThat(defence.mayTry(here, "alice")).isFalse();
    assertThat(defence.mayTry(here, "bob")).isTrue();
    assertThat(defence.mayTry(address("192.0.2.2"), "alice")).isTrue();
    defence.failed(here, "bob");
    assertThat(defence.mayTry(here, "bob")).isFalse();
    pass(60 / FAILURES + 1);
    assertThat(defence.mayTry(here, "alice")).isTrue();
  }

  @Test
  void otherLimitsKeepWhatIsKnown() {
    asked(here);
    Defence open = defence.with(new DefenceLimits(0, 0));
    assertThat(open.mayAsk(here)).isTrue();
    assertThat(open.with(new DefenceLimits(UNPROVEN, FAILURES)).mayAsk(here)).isFalse();
  }

  @Test
  void someEventsAMinuteAreToldOfAnAddress() {
    int told = 0;
    while (defence.mayTell(here)) {
      told++;
    }
    assertThat(told).isEqualTo(10);
    pass(5);
    assertThat(defence.mayTell(here)).isTrue();
    assertThat(defence.mayTell(here)).isFalse();
  }
}
