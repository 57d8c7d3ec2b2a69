package org.ara.sip.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class UsesTest {

  private static final int LIMIT = 5;

  private final AtomicInteger told = new AtomicInteger();
  private final Uses uses = new Uses(name -> told.incrementAndGet());

  @Test
  void theLimitHoldsToTheLastCallAndNothingIsLeftAtTheEnd() throws InterruptedException {
    AtomicInteger talking = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 16; t++) {
      Random random = new Random(t);
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (int i = 0; i < 5_000; i++) {
                      call(random, talking, most);
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(most).hasValueBetween(2, LIMIT);
    assertThat(uses.all()).isEmpty();
    assertThat(told.get()).isPositive();
  }

  /** A call that rings, is held and ends in any order, its end said by several. */
  private void call(Random random, AtomicInteger talking, AtomicInteger most) {
    Optional<Place> taken =
        random.nextBoolean() ? uses.take("bob", LIMIT) : uses.takeRinging("bob", LIMIT);
    if (taken.isEmpty()) {
      Thread.yield();
      return;
    }
    Place place = taken.get();
    int now = talking.incrementAndGet();
    most.accumulateAndGet(now, Math::max);
    for (int i = random.nextInt(6); i > 0; i--) {
      if (random.nextBoolean()) {
        place.answered();
      } else {
        place.held(random.nextBoolean());
      }
      Thread.yield();
    }
    talking.decrementAndGet();
    place.free();
    if (random.nextBoolean()) {
      place.free();
    }
    place.held(true);
  }

  @Test
  void strangersHaveNoLimitAndAreNotCounted() {
    for (int i = 0; i < 10; i++) {
      assertThat(uses.take("", 1)).isPresent();
    }
    assertThat(uses.all()).isEmpty();
  }
}
