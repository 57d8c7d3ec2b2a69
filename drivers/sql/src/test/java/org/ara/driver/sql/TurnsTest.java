package org.ara.driver.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.ara.realtime.Outage;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private static final Place PLACE = new Place("test", "ara", "nowhere", "test.conf");

  @Test
  void neverMoreThanTheTurnsAreTakenAtOnceAndEverybodyHasOne() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger served = new AtomicInteger();
    try (Turns turns = new Turns(PLACE, 3, 10_000, Duration.ofMinutes(1));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 2_000; i++) {
        all.add(
            threads.submit(
                () -> {
                  turns.take();
                  most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                  Thread.yield();
                  inside.decrementAndGet();
                  turns.done();
                  served.incrementAndGet();
                  return true;
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    assertThat(served).hasValue(2_000);
    assertThat(most.get()).isBetween(1, 3);
  }

  @Test
  void whoeverWaitsLongestIsNext() throws Exception {
    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    try (Turns turns = new Turns(PLACE, 1, 100, Duration.ofMinutes(1));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      turns.take();
      for (int i = 0; i < 5; i++) {
        int number = i;
        Thread waiter =
            Thread.ofVirtual()
                .start(
                    () -> {
                      try {
                        turns.take();
                        order.add(number);
                        turns.done();
                      } catch (DatabaseException e) {
                        order.add(-1);
                      }
                    });
        await().until(() -> waiter.getState() == Thread.State.WAITING);
      }
      turns.done();
      await().until(() -> order.size() == 5);
    }
    assertThat(order).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void whoWaitsForTooLongIsTurnedAwayAndTheTurnIsNotLost() throws Exception {
    try (Turns turns = new Turns(PLACE, 1, 100, Duration.ofMillis(50));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      turns.take();
      Future<?> late = threads.submit(() -> take(turns));
      assertThatThrownBy(late::get)
          .isInstanceOf(ExecutionException.class)
          .cause()
          .isInstanceOfSatisfying(
              DatabaseException.class,
              e -> assertThat(e.outage().kind()).isEqualTo(Outage.Kind.OVERLOADED));

      turns.done();
      turns.take();
    }
  }

  @Test
  void oneTooManyIsTurnedAwayAtOnce() throws Exception {
    try (Turns turns = new Turns(PLACE, 1, 0, Duration.ofMinutes(1))) {
      turns.take();
      assertThatThrownBy(turns::take)
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("waiting already");
    }
  }

  @Test
  void whoIsInterruptedLeavesTheQueue() throws Exception {
    try (Turns turns = new Turns(PLACE, 1, 1, Duration.ofMinutes(1));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      turns.take();
      AtomicInteger turnedAway = new AtomicInteger();
      Thread waiter =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      turns.take();
                    } catch (DatabaseException e) {
                      turnedAway.incrementAndGet();
                    }
                  });
      await().until(() -> waiter.getState() == Thread.State.WAITING);
      waiter.interrupt();
      await().until(() -> turnedAway.get() == 1);
      Future<?> next = threads.submit(() -> take(turns));
      turns.done();
      next.get();
    }
  }

  private static boolean take(Turns turns) throws DatabaseException {
    turns.take();
    return true;
  }
}
