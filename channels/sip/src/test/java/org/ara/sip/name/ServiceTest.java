package org.ara.sip.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ServiceTest {

  private static final Service BIG = new Service(1, 75, 5060, "big");
  private static final Service SMALL = new Service(1, 25, 5060, "small");
  private static final Service NEVER = new Service(1, 0, 5060, "never");
  private static final Service LATER = new Service(2, 100, 5060, "later");

  @Test
  void aHigherPriorityComesLaterWhateverItsWeight() {
    for (int seed = 0; seed < 100; seed++) {
      assertThat(Service.drawn(List.of(LATER, SMALL, BIG), new Random(seed)).getLast())
          .isEqualTo(LATER);
    }
  }

  @Test
  void equalsComeFirstAsOftenAsTheyWeigh() {
    Random random = new Random(1);
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < 10_000; i++) {
      first.merge(
          Service.drawn(List.of(NEVER, BIG, SMALL), random).getFirst().target(), 1, Integer::sum);
    }
    assertThat(first.get("big")).isBetween(7_200, 7_700);
    assertThat(first.get("small")).isBetween(2_300, 2_700);
    assertThat(first.getOrDefault("never", 0)).isLessThan(200);
  }

  @Test
  void nobodyIsLeftOut() {
    assertThat(Service.drawn(List.of(NEVER, BIG, SMALL, LATER), new Random(1)))
        .containsExactlyInAnyOrder(NEVER, BIG, SMALL, LATER);
  }
}
