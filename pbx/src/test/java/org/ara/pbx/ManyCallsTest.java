package org.ara.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CyclicBarrier;
import org.ara.pbx.media.Frame;
import org.ara.pbx.testing.TestExchange;
import org.ara.pbx.testing.TestLeg;
import org.ara.pbx.testing.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many calls at once, and the races between people who press the same button together. */
class ManyCallsTest {

  @TempDir Path directory;

  @Test
  void aThousandBridgedCallsHearOnlyTheirOwnPeer() {
    TestExchange exchange =
        TestExchange.with(directory, "[phones]\nexten => _X.,1,Dial(Test/${EXTEN})\n");
    List<TestLeg> callers = new ArrayList<>();
    for (int i = 1000; i < 2000; i++) {
      exchange.phones().phone(Integer.toString(i), TestLeg::picksUp);
      callers.add(exchange.phones().call("c" + i, "phones", Integer.toString(i)));
    }
    Until.isTrue(
        "all are where they should be", () -> callers.stream().allMatch(TestLeg::isListenedTo));
    assertThat(exchange.pbx().channels()).hasSize(2000);
    for (int i = 0; i < 1000; i++) {
      callers.get(i).says(callers.get(i).audio(i));
    }
    for (int i = 0; i < 1000; i++) {
      TestLeg callee = exchange.phones().leg(Integer.toString(1000 + i));
      assertThat(callee.heard()).hasSize(1);
      assertThat(((Frame.Audio) callee.heard().getFirst()).payload()[0]).isEqualTo((byte) i);
    }
    for (int i = 0; i < 1000; i++) {
      TestLeg end = i % 2 == 0 ? callers.get(i) : exchange.phones().leg("" + (1000 + i));
      end.hangsUp(HangupCause.NORMAL_CLEARING);
    }
    Until.isTrue("all are where they should be", () -> exchange.pbx().channels().isEmpty());
    assertThat(callers).allMatch(TestLeg::isOver);
    assertThat(exchange.pbx().callsStarted()).isEqualTo(1000);
  }

  @Test
  void whoeverHangsUpOrAnswersAtOnceNobodyIsLeftBehind() throws Exception {
    TestExchange exchange =
        TestExchange.with(directory, "[phones]\nexten => 600,1,Dial(Test/200&Test/201,10)\n");
    SplittableRandom random = new SplittableRandom(20260101);
    for (int round = 0; round < 300; round++) {
      exchange.phones().phone("200", TestLeg::rings);
      exchange.phones().phone("201", TestLeg::rings);
      int before = exchange.phones().legs("201").size();
      TestLeg caller = exchange.call("600");
      Until.isTrue("both phones are called", () -> exchange.phones().legs("201").size() > before);
      TestLeg first = exchange.phones().leg("200");
      TestLeg second = exchange.phones().leg("201");
      atOnce(action(random, caller), action(random, first), action(random, second));
      caller.hangsUp(HangupCause.NORMAL_CLEARING);
      Until.isTrue("all are where they should be", () -> exchange.pbx().channels().isEmpty());
      assertThat(List.of(caller, first, second)).allMatch(TestLeg::isOver);
    }
  }

  private static Runnable action(SplittableRandom random, TestLeg leg) {
    return switch (random.nextInt(4)) {
      case 0 -> leg::picksUp;
      case 1 -> () -> leg.hangsUp(HangupCause.USER_BUSY);
      case 2 -> () -> leg.channel().hangUp(HangupCause.NORMAL_CLEARING);
      default -> leg::opensEarlyMedia;
    };
  }

  private static void atOnce(Runnable... actions) throws InterruptedException {
    CyclicBarrier start = new CyclicBarrier(actions.length);
    List<Thread> threads = new ArrayList<>();
    for (Runnable action : actions) {
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      start.await();
                    } catch (Exception e) {
                      throw new IllegalStateException(e);
                    }
                    action.run();
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
