package org.ara.pbx.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.ara.pbx.CallEvent;
import org.ara.pbx.HangupCause;
import org.ara.pbx.Pbx;
import org.ara.pbx.dialplan.Step;
import org.ara.pbx.dialplan.Switch;
import org.ara.pbx.testing.TestExchange;
import org.ara.pbx.testing.TestLeg;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLoopTest {

  @TempDir Path directory;

  private TestExchange exchange(String... lines) {
    return TestExchange.with(directory, "[phones]\n" + String.join("\n", lines) + "\n");
  }

  @Test
  void prioritiesRunInOrderAndThenTheCallEnds() {
    TestExchange exchange =
        exchange("exten => 600,1,NoOp(${EXTEN} of ${CONTEXT})", "same => n,NoOp(${PRIORITY})");
    TestLeg caller = exchange.untilGone(exchange.call("600"));
    assertThat(exchange.steps(caller.channel())).containsExactly("NoOp(600 of phones)", "NoOp(2)");
    assertThat(caller.asked()).containsExactly("hangup NORMAL_CLEARING");
  }

  @Test
  void anEmptyNumberStartsAtS() {
    TestExchange exchange = exchange("exten => s,1,NoOp(started at ${EXTEN})");
    assertThat(exchange.run("")).containsExactly("NoOp(started at s)");
  }

  @Test
  void aNumberThatDoesNotExistGoesToI() {
    TestExchange exchange = exchange("exten => i,1,NoOp(no ${INVALID_EXTEN})");
    assertThat(exchange.run("999")).containsExactly("NoOp(no 999)");
  }

  @Test
  void withoutIAnInvalidNumberGoesToE() {
    TestExchange exchange = exchange("exten => e,1,NoOp(${EXCEPTION(REASON)} ${EXCEPTION(EXTEN)})");
    assertThat(exchange.run("999")).containsExactly("NoOp(INVALID 999)");
  }

  @Test
  void hRunsAfterTheCallerHungUpAndCannotWait() {
    TestExchange exchange =
        exchange(
            "exten => 600,1,Answer()",
            "same => n,Echo()",
            "exten => h,1,NoOp(cause ${HANGUPCAUSE})",
            "same => n,Wait(3600)",
            "same => n,NoOp(never reached)");
    TestLeg caller = exchange.call("600").untilListenedTo();
    caller.hangsUp(HangupCause.NORMAL_CLEARING);
    exchange.untilGone(caller);
    assertThat(exchange.steps(caller.channel()))
        .containsExactly("Answer()", "Echo()", "NoOp(cause 16)", "Wait(3600)");
  }

  @Test
  void hRunsBeforeTheChannelThatTheDialplanEndsIsHungUp() {
    TestExchange exchange =
        exchange(
            "exten => 600,1,Hangup(17)",
            "exten => h,1,Gosub(bye,1(x))",
            "exten => bye,1,NoOp(bye ${ARG1})",
            "same => n,Return()");
    TestLeg caller = exchange.untilGone(exchange.call("600"));
    assertThat(exchange.steps(caller.channel())).contains("NoOp(bye x)");
    assertThat(caller.asked()).containsExactly("hangup USER_BUSY");
  }

  @Test
  void withoutAutofallthroughDigitsMakeAnExtension() {
    TestExchange exchange =
        TestExchange.with(
            directory,
            """
            [general]
            autofallthrough=no
            [phones]
            exten => 600,1,Answer()
            exten => 12,1,NoOp(twelve)
            same => n,Hangup()
            exten => 123,1,NoOp(longer)
            """);
    TestLeg caller = exchange.call("600").untilUp();
    exchange.untilStep(caller, "Answer()");
    "123".chars().forEach(digit -> caller.presses((char) digit));
    exchange.untilStep(caller, "NoOp(longer)");
    caller.hangsUp(HangupCause.NORMAL_CLEARING);
    exchange.untilGone(caller);
  }

  @Test
  void digitsThatMatchNothingGoToI() {
    TestExchange exchange =
        TestExchange.with(
            directory,
            """
            [general]
            autofallthrough=no
            [phones]
            exten => 600,1,Answer()
            exten => i,1,NoOp(no ${INVALID_EXTEN})
            same => n,Hangup()
            """);
    TestLeg caller = exchange.call("600").untilUp();
    caller.presses('7');
    exchange.untilGone(caller);
    assertThat(exchange.steps(caller.channel())).contains("NoOp(no 7)");
  }

  @Test
  void anUnknownApplicationEndsTheCall() {
    TestExchange exchange = exchange("exten => 600,1,NoSuch(x)", "same => n,NoOp(not reached)");
    assertThat(exchange.run("600")).isEmpty();
  }

  @Test
  void aDatabaseThatGoesAwayInMidCallEndsItWithATemporaryFailure() {
    TestExchange exchange = exchange("exten => 600,1,Answer()", "switch => Faulty/x");
    exchange.switches().register(unavailable());
    TestLeg caller = exchange.untilGone(exchange.call("600"));
    assertThat(exchange.steps(caller.channel())).containsExactly("Answer()");
    assertThat(caller.asked()).containsExactly("answer", "hangup TEMPORARY_FAILURE");
  }

  @Test
  void matchTellsApartCompleteIncompleteAbsentAndUnavailable() {
    TestExchange exchange = exchange("exten => 600,1,NoOp()", "exten => 7001,1,NoOp()");
    assertThat(exchange.pbx().match("phones", "600", ""))
        .isEqualTo(new Lookup.Found<>(Pbx.NumberMatch.COMPLETE));
    assertThat(exchange.pbx().match("phones", "70", ""))
        .isEqualTo(new Lookup.Found<>(Pbx.NumberMatch.COULD_MATCH));
    assertThat(exchange.pbx().match("phones", "9", "")).isInstanceOf(Lookup.Absent.class);
  }

  @Test
  void aCallThatFallsThroughAfterBusyEndsWithThatCause() {
    TestExchange exchange = exchange("exten => 600,1,Set(DIALSTATUS=BUSY)");
    TestLeg caller = exchange.untilGone(exchange.call("600"));
    assertThat(caller.asked()).containsExactly("hangup USER_BUSY");
  }

  @Test
  void listenersSeeAChannelFromItsCreationToItsEnd() {
    TestExchange exchange = exchange("exten => 600,1,Answer()");
    TestLeg caller = exchange.untilGone(exchange.call("600"));
    await().until(() -> exchange.events().getLast() instanceof CallEvent.Ended);
    assertThat(exchange.events())
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly("Created", "StateChanged", "StepStarted", "StateChanged", "Ended");
    assertThat(exchange.events()).allMatch(event -> event.channel() == caller.channel());
  }

  @Test
  void aHungUpChannelEndsEvenInAnEndlessLoop() {
    TestExchange exchange = exchange("exten => 600,1,NoOp(again)", "same => n,Goto(1)");
    TestLeg caller = exchange.call("600");
    exchange.untilStep(caller, "NoOp(again)");
    caller.hangsUp(HangupCause.NORMAL_CLEARING);
    exchange.untilGone(caller);
  }

  @Test
  void aHangupIsNotedWhileALookupIsUnderWay() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    TestExchange exchange =
        exchange("exten => 600,1,NoOp()", "switch => Slow/x", "exten => h,1,NoOp(over)");
    exchange.switches().register(slow(asked, answer));
    TestLeg caller = exchange.call("600");
    asked.await();
    caller.hangsUp(HangupCause.NORMAL_CLEARING);
    answer.countDown();
    exchange.untilGone(caller);
    assertThat(exchange.steps(caller.channel())).containsExactly("NoOp()", "NoOp(over)");
  }

  private static Switch unavailable() {
    return switchCalled(
        "Faulty",
        () -> new Lookup.Unavailable<>(new Outage(Outage.Kind.UNREACHABLE, "sqlite3: gone away")));
  }

  private static Switch slow(CountDownLatch asked, CountDownLatch answer) {
    return switchCalled(
        "Slow",
        () -> {
          asked.countDown();
          try {
            answer.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return new Lookup.Absent<>();
        });
  }

  private static Switch switchCalled(String name, Supplier<Lookup<Step>> answer) {
    return new Switch() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Lookup<Step> find(Query query) {
        return answer.get();
      }
    };
  }
}
