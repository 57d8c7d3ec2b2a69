package org.ara.realtime.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatcherTest {

  /** A question and, later, its answer. */
  private static final class Question extends Request {
    private final int number;
    private volatile int answer = -1;

    Question(int number) {
      this.number = number;
    }
  }

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore storage = new Semaphore(0);
  private final List<List<Integer>> batches = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    storage.release(1_000_000);
    threads.shutdownNow();
  }

  private Batcher<Question> batcher(int lanes, int most, int waiting, Duration deadline) {
    return batcher(lanes, most, waiting, deadline, leader -> next -> true);
  }

  private Batcher<Question> batcher(
      int lanes, int most, int waiting, Duration deadline, Batcher.Company<Question> company) {
    return new Batcher<>(
        new Batcher.Limits(lanes, most, waiting, deadline), company, this::whenTheStorageAnswers);
  }

  private void whenTheStorageAnswers(List<Question> batch) {
    batches.add(batch.stream().map(question -> question.number).toList());
    storage.acquireUninterruptibly();
    batch.forEach(question -> question.answer = question.number * 10);
  }

  private Future<Integer> ask(Batcher<Question> batcher, int number) {
    return threads.submit(
        () -> {
          Question question = new Question(number);
          batcher.send(question);
          return question.answer;
        });
  }

  private List<Future<Integer>> askInTurn(Batcher<Question> batcher, int from, int to) {
    List<Future<Integer>> answers = new ArrayList<>();
    for (int i = from; i <= to; i++) {
      int before = batcher.status().waiting() + batcher.status().inFlight();
      answers.add(ask(batcher, i));
      await().until(() -> batcher.status().waiting() + batcher.status().inFlight() > before);
    }
    return answers;
  }

  @Test
  void theFirstGoesAloneAndThoseWhoComeMeanwhileLeaveTogether() throws Exception {
    Batcher<Question> batcher = batcher(1, 100, 100, Duration.ofMinutes(1));
    List<Future<Integer>> answers = askInTurn(batcher, 1, 6);
    assertThat(batches).containsExactly(List.of(1));

    storage.release();
    assertThat(answers.getFirst().get()).isEqualTo(10);
    await().until(() -> batches.size() == 2);
    assertThat(batches.get(1)).containsExactly(2, 3, 4, 5, 6);

    storage.release();
    for (int i = 0; i < answers.size(); i++) {
      assertThat(answers.get(i).get()).isEqualTo((i + 1) * 10);
    }
    assertThat(batcher.status())
        .isEqualTo(
            new BatchStatus(2, 6, 5, 0, 0, 0, List.of(1L, 0L, 0L, 1L, 0L, 0L, 0L, 0L, 0L, 0L)));
  }

  @Test
  void whoGoesAloneRunsOnTheThreadThatAsked() throws Exception {
    CompletableFuture<Thread> ran = new CompletableFuture<>();
    Batcher<Question> batcher =
        new Batcher<>(
            new Batcher.Limits(1, 10, 10, Duration.ofSeconds(1)),
            leader -> next -> true,
            batch -> ran.complete(Thread.currentThread()));
    batcher.send(new Question(1));
    assertThat(ran.get()).isSameAs(Thread.currentThread());
  }

  @Test
  void whoMayNotJoinLeavesWithTheNextBatch() throws Exception {
    Batcher.Company<Question> sameParity =
        leader -> next -> (next.number & 1) == (leader.number & 1);
    Batcher<Question> batcher = batcher(1, 100, 100, Duration.ofMinutes(1), sameParity);
    List<Future<Integer>> answers = askInTurn(batcher, 1, 6);
    storage.release(4);
    for (Future<Integer> answer : answers) {
      assertThat(answer.get()).isPositive();
    }
    assertThat(batches).containsExactly(List.of(1), List.of(2, 4, 6), List.of(3, 5));
  }

  @Test
  void aBatchHasItsLimit() throws Exception {
    Batcher<Question> batcher = batcher(1, 2, 100, Duration.ofMinutes(1));
    List<Future<Integer>> answers = askInTurn(batcher, 1, 6);
    storage.release(4);
    for (Future<Integer> answer : answers) {
      assertThat(answer.get()).isPositive();
    }
    assertThat(batches).containsExactly(List.of(1), List.of(2, 3), List.of(4, 5), List.of(6));
  }

  @Test
  void moreThanMayWaitAreRefusedAtOnce() {
    Batcher<Question> batcher = batcher(2, 10, 3, Duration.ofMinutes(1));
    List<Future<Integer>> unused = askInTurn(batcher, 1, 5);
    assertThatThrownBy(() -> batcher.send(new Question(6)))
        .isInstanceOf(OverloadException.class)
        .hasMessageContaining("3 requests are waiting already");
  }

  @Test
  void whereNobodyMayWaitAFreeLaneStillTakesOne() throws Exception {
    Batcher<Question> batcher = batcher(1, 10, 0, Duration.ofMinutes(1));
    List<Future<Integer>> first = askInTurn(batcher, 1, 1);
    assertThatThrownBy(() -> batcher.send(new Question(2))).isInstanceOf(OverloadException.class);
    storage.release();
    assertThat(first.getFirst().get()).isEqualTo(10);
  }

  @Test
  void whoWaitsForTooLongIsTurnedAwayAndTheOthersAreNot() throws Exception {
    try (Usher usher = new Usher("test")) {
      Batcher<Question> batcher = usher.watch(batcher(1, 10, 10, Duration.ofMillis(200)));
      List<Future<Integer>> answers = askInTurn(batcher, 1, 2);
      assertThatThrownBy(() -> answers.get(1).get(10, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(OverloadException.class);
      storage.release();
      assertThat(answers.getFirst().get()).isEqualTo(10);
      assertThat(batches).containsExactly(List.of(1));
    }
  }

  @Test
  void anInterruptedCallerLeavesTheQueueAndStaysInterrupted() throws Exception {
    Batcher<Question> batcher = batcher(1, 10, 10, Duration.ofMinutes(1));
    Future<Integer> first = ask(batcher, 1);
    await().until(() -> batcher.status().inFlight() == 1);
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Thread second =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    batcher.send(new Question(2));
                    interrupted.complete(false);
                  } catch (OverloadException e) {
                    interrupted.complete(Thread.currentThread().isInterrupted());
                  }
                });
    await().until(() -> batcher.status().waiting() == 1);
    second.interrupt();
    assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
    storage.release();
    assertThat(first.get()).isEqualTo(10);
  }

  @Test
  void manyCallersGetTheirOwnAnswersAndNoneIsLost() throws Exception {
    Set<Integer> seen = new HashSet<>();
    Batcher.Company<Question> noTwins =
        leader -> {
          Set<Integer> taken = new HashSet<>(Set.of(leader.number % 7));
          Predicate<Question> joins = next -> taken.add(next.number % 7);
          return joins;
        };
    Batcher<Question> batcher =
        new Batcher<>(
            new Batcher.Limits(2, 8, 10_000, Duration.ofMinutes(1)),
            noTwins,
            batch -> {
              synchronized (seen) {
                batch.forEach(q -> assertThat(seen.add(q.number)).isTrue());
              }
              Thread.yield();
              batch.forEach(q -> q.answer = q.number * 10);
            });
    List<Future<Integer>> callers = new ArrayList<>();
    for (int c = 0; c < 64; c++) {
      int base = c * 1000;
      Random random = new Random(c);
      callers.add(
          threads.submit(
              () -> {
                for (int i = 0; i < 1000; i++) {
                  Question question = new Question(base + i);
                  batcher.send(question);
                  assertThat(question.answer).isEqualTo((base + i) * 10);
                  if (random.nextInt(10) == 0) {
                    Thread.yield();
                  }
                }
                return base;
              }));
    }
    for (Future<Integer> caller : callers) {
      assertThat(caller.get(2, TimeUnit.MINUTES)).isNotNegative();
    }
    assertThat(seen).hasSize(64_000);
    assertThat(batcher.status().requests()).isEqualTo(64_000);
    assertThat(batcher.status().inFlight()).isZero();
    assertThat(batcher.status().waiting()).isZero();
  }
}
