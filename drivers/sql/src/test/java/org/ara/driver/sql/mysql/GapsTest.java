package org.ara.driver.sql.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GapsTest {

  private static final long LATER = Gaps.PATIENCE.toNanos() + 1;
  private final Gaps gaps = new Gaps();

  @Test
  void aNumberThatComesLateIsSeenOnce() {
    gaps.start(10, List.of(8L), 0);

    assertThat(gaps.see(12, 0)).isTrue();
    assertThat(gaps.missing()).containsExactly(8L, 11L);
    assertThat(gaps.see(11, 0)).isTrue();
    assertThat(gaps.see(11, 0)).isFalse();
    assertThat(gaps.see(8, 0)).isTrue();
    assertThat(gaps.see(7, 0)).isFalse();
    assertThat(gaps.missing()).isEmpty();
    assertThat(gaps.high()).isEqualTo(12);
  }

  @Test
  void aNumberThatNobodyHoldsIsGivenUpOnlyAfterAWhile() {
    gaps.start(0, List.of(), 0);
    gaps.see(2, 0);

    assertThat(gaps.hold(Set.of(), 1)).isZero();
    assertThat(gaps.missing()).containsExactly(1L);
    assertThat(gaps.hold(Set.of(), LATER)).isZero();
    assertThat(gaps.missing()).isEmpty();
  }

  @Test
  void aNumberThatIsHeldIsWaitedForAndItsVanishingIsNoticed() {
    gaps.start(0, List.of(), 0);
    gaps.see(2, 0);

    assertThat(gaps.hold(Set.of(1L), 1)).isZero();
    assertThat(gaps.hold(Set.of(1L), 100 * LATER)).isZero();
    assertThat(gaps.missing()).containsExactly(1L);
    assertThat(gaps.hold(Set.of(), 100 * LATER)).isEqualTo(1);
    assertThat(gaps.missing()).isEmpty();
  }
}
