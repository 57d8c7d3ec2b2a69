package org.ara.pbx.dial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import org.ara.pbx.CallEvent;
import org.ara.pbx.HangupCause;
import org.ara.pbx.Signal;
import org.ara.pbx.media.Codec;
import org.ara.pbx.testing.TestExchange;
import org.ara.pbx.testing.TestLeg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialTest {

  @TempDir Path directory;

  private TestExchange dialling(String dial) {
    return TestExchange.with(
        directory,
        """
        [phones]
        exten => 600,1,Dial(%s)
        same => n,NoOp(${DIALSTATUS} ${HANGUPCAUSE} [${DIALEDPEERNAME}])
        same => n,Hangup()
        exten => h,1,NoOp(h ${DIALSTATUS})
        """
            .formatted(dial));
  }

  private static void answersAtOnce(TestLeg leg) {
    leg.rings();
    leg.picksUp();
  }

  private static void onlyRings(TestLeg leg) {
    leg.rings();
  }

  @Test
  void anAnsweredCallIsBridgedUntilTheCalleeHangsUp() {
    TestExchange exchange = dialling("Test/200");
    exchange.phones().phone("200", DialTest::answersAtOnce);
    TestLeg caller = exchange.call("600").untilListenedTo();
    TestLeg callee = exchange.phones().leg("200");
    assertThat(caller.channel().bridge()).isPresent().isEqualTo(callee.channel().bridge());
    callee.hangsUp(HangupCause.NORMAL_CLEARING);
    exchange.untilGone(caller);
    assertThat(caller.asked()).containsExactly("ringing", "answer", "hangup NORMAL_CLEARING");
    assertThat(exchange.steps(caller.channel())).endsWith("NoOp(h ANSWER)");
    assertThat(exchange.pbx().channels()).isEmpty();
  }

  @Test
  void theCalleeIsHungUpWhenTheCallerHangsUp() {
    TestExchange exchange = dialling("Test/200");
    exchange.phones().phone("200", DialTest::answersAtOnce);
    TestLeg caller = exchange.call("600").untilListenedTo();
    caller.hangsUp(HangupCause.NORMAL_CLEARING);
    exchange.untilGone(caller);
    assertThat(exchange.phones().leg("200").asked())
        .containsExactly("call", "hangup NORMAL_CLEARING");
  }

  @Test
  void withOptionGTheDialplanGoesOnAfterTheCallee() {
    TestExchange exchange = dialling("Test/200,,g");
    exchange.phones().phone("200", DialTest::answersAtOnce);
    TestLeg caller = exchange.call("600").untilListenedTo();
    TestLeg callee = exchange.phones().leg("200");
    callee.hangsUp(HangupCause.NORMAL_CLEARING);
    exchange.untilGone(caller);
    assertThat(exchange.steps(caller.channel()))
        .contains("NoOp(ANSWER 16 [" + callee.channel().name() + "])");
  }

  @Test
  void theFirstOfSeveralToAnswerWinsAndTheOthersAreCancelled() {
    TestExchange exchange = dialling("Test/200&Test/201&Test/202");
    exchange.phones().phone("200", DialTest::onlyRings);
    exchange.phones().phone("201", DialTest::onlyRings);
    exchange.phones().phone("202", DialTest::onlyRings);
    TestLeg caller = exchange.call("600").untilAsked("ringing");
    exchange.phones().leg("201").picksUp();
    caller.untilListenedTo();
    assertThat(exchange.phones().leg("200").asked()).contains("hangup NORMAL_CLEARING");
    assertThat(exchange.phones().leg("202").asked()).contains("hangup NORMAL_CLEARING");
    assertThat(caller.asked()).containsExactly("ringing", "answer");
    exchange.phones().leg("201").hangsUp(HangupCause.NORMAL_CLEARING);
    exchange.untilGone(caller);
  }

  @Test
  void nobodyAnswersInTime() {
    TestExchange exchange = dialling("Test/200,0.05");
    exchange.phones().phone("200", DialTest::onlyRings);
    TestLeg caller = exchange.untilGone(exchange.call("600"));
    assertThat(exchange.steps(caller.channel())).contains("NoOp(NOANSWER 19 [])");
    assertThat(exchange.phones().leg("200").isOver()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "USER_BUSY, BUSY, 17",
    "CONGESTION, CONGESTION, 34",
    "NO_ANSWER, NOANSWER, 19",
    "CALL_REJECTED, CHANUNAVAIL, 21",
    "SUBSCRIBER_ABSENT, CHANUNAVAIL, 20"
  })
  void theCauseOfTheOnlyPhoneDecidesTheStatus(HangupCause cause, String status, String code) {
    TestExchange exchange = dialling("Test/200");
    exchange.phones().phone("200", leg -> leg.hangsUp(cause));
    TestLeg caller = exchange.untilGone(exchange.call("600"));
    assertThat(exchange.steps(caller.channel())).contains("NoOp(" + status + " " + code + " [])");
    assertThat(caller.asked()).containsExactly("hangup " + cause);
  }

  @Test
  void oneBusyPhoneOfSeveralMakesTheCallBusy() {
    TestExchange exchange = dialling("Test/200&Test/201&Test/nobody");
    exchange.phones().phone("200", leg -> leg.hangsUp(HangupCause.CONGESTION));
    exchange.phones().phone("201", leg -> leg.hangsUp(HangupCause.USER_BUSY));
    assertThat(exchange.run("600")).contains("NoOp(BUSY 17 [])");
  }

  @Test
  void aPhoneThatIsNotRegisteredIsUnavailable() {
    TestExchange exchange = dialling("Test/200");
    exchange.phones().refuse("200", HangupCause.SUBSCRIBER_ABSENT);
    assertThat(exchange.run("600")).contains("NoOp(CHANUNAVAIL 20 [])");
  }

  @Test
  void aDatabaseThatCannotBeAskedIsCongestion() {
    TestExchange exchange = dialling("Test/200");
    exchange.phones().refuse("200", HangupCause.TEMPORARY_FAILURE);
    assertThat(exchange.run("600")).contains("NoOp(CONGESTION 41 [])");
  }

  @ParameterizedTest
  @CsvSource({"Nosuch/200", "nothing", "''"})
  void whatCannotBeDialledIsUnavailable(String destination) {
    assertThat(dialling(destination).run("600"))
        .anyMatch(step -> step.startsWith("NoOp(CHANUNAVAIL 3"));
  }

  @Test
  void anElementThatIsNoDestinationEndsTheListOfThem() {
    TestExchange exchange = dialling("Test/200&what&Test/201");
    exchange.phones().phone("200", DialTest::answersAtOnce);
    exchange.phones().phone("201", DialTest::answersAtOnce);
    TestLeg caller = exchange.call("600").untilListenedTo();
    assertThat(exchange.phones().legs("201")).isEmpty();
    caller.hangsUp(HangupCause.NORMAL_CLEARING);
    exchange.untilGone(caller);
  }

  @Test
  void optionsThatCannotBeReadAreInvalidArguments() {
    assertThat(dialling("Test/200,,S(").run("600")).contains("NoOp(INVALIDARGS 0 [])");
  }

  @Test
  void theCallerHangsUpWhileItRings() {
    TestExchange exchange = dialling("Test/200");
    exchange.phones().phone("200", DialTest::onlyRings);
    TestLeg caller = exchange.call("600").untilAsked("ringing");
    caller.hangsUp(HangupCause.NORMAL_CLEARING);
    exchange.untilGone(caller);
    assertThat(exchange.steps(caller.channel())).endsWith("NoOp(h CANCEL)");
    assertThat(exchange.phones().leg("200").isOver()).isTrue();
    assertThat(exchange.pbx().channels()).isEmpty();
  }

  @Test
  void earlyMediaOfASinglePhoneReachesTheCaller() {
    TestExchange exchange = dialling("Test/200");
    exchange.phones().phone("200", TestLeg::opensEarlyMedia);
    TestLeg caller = exchange.call("600").untilAsked("progress").untilListenedTo();
    TestLeg callee = exchange.phones().leg("200").untilListenedTo();
    callee.says(callee.audio(0x11));
    assertThat(caller.heard()).hasSize(1);
    callee.hangsUp(HangupCause.USER_BUSY);
    exchange.untilGone(caller);
    assertThat(caller.isListenedTo()).isFalse();
    assertThat(caller.asked()).containsExactly("progress", "hangup USER_BUSY");
  }

  @Test
  void earlyMediaOfSeveralPhonesReachesNobody() {
    TestExchange exchange = dialling("Test/200&Test/201");
    exchange.phones().phone("200", TestLeg::opensEarlyMedia);
    exchange
        .phones()
        .phone(
            "201",
            leg -> {
              await().until(() -> !exchange.phones().legs("200").isEmpty());
              leg.rings();
            });
    TestLeg caller = exchange.call("600").untilAsked("ringing");
    assertThat(caller.asked()).doesNotContain("progress");
    caller.hangsUp(HangupCause.NORMAL_CLEARING);
    exchange.untilGone(caller);
  }

  @Test
  void optionRRingsWhateverTheCalleeSends() {
    TestExchange exchange = dialling("Test/200,,r");
    exchange.phones().phone("200", TestLeg::opensEarlyMedia);
    TestLeg caller = exchange.call("600").untilAsked("ringing");
    exchange.phones().leg("200").picksUp();
    caller.untilListenedTo();
    assertThat(caller.asked()).containsExactly("ringing", "answer");
    caller.hangsUp(HangupCause.NORMAL_CLEARING);
    exchange.untilGone(caller);
  }

  @Test
  void aCallerThatWasAnsweredHearsARingingTone() {
    TestExchange exchange =
        TestExchange.with(
            directory, "[phones]\nexten => 600,1,Answer()\nsame => n,Dial(Test/200)\n");
    exchange.phones().phone("200", DialTest::onlyRings);
    TestLeg caller = exchange.call("600");
    await().until(() -> caller.heard().size() >= 3);
    exchange.phones().leg("200").picksUp();
    caller.untilListenedTo();
    assertThat(caller.asked()).containsExactly("answer");
    caller.hangsUp(HangupCause.NORMAL_CLEARING);
    exchange.untilGone(caller);
  }

  @Test
  void holdAndResumeArePassedOn() {
    TestExchange exchange = dialling("Test/200");
    exchange.phones().phone("200", DialTest::answersAtOnce);
    TestLeg caller = exchange.call("600").untilListenedTo();
    caller.signals(new Signal.Held());
    exchange.phones().leg("200").untilAsked("hold");
    caller.signals(new Signal.Resumed());
    exchange.phones().leg("200").untilAsked("resume");
    caller.hangsUp(HangupCause.NORMAL_CLEARING);
    exchange.untilGone(caller);
  }

  @Test
  void theStarKeyHangsUpForThoseWhoMay() {
    TestExchange exchange = dialling("Test/200,,gh");
    exchange.phones().phone("200", DialTest::answersAtOnce);
    TestLeg caller = exchange.call("600").untilListenedTo();
    caller.presses('*');
    caller.signals(new Signal.Held());
    TestLeg callee = exchange.phones().leg("200").untilAsked("hold");
    assertThat(callee.isOver()).as("the caller may not").isFalse();
    callee.presses('*');
    exchange.untilGone(caller);
    assertThat(callee.asked()).contains("hangup NORMAL_CLEARING");
    assertThat(exchange.steps(caller.channel())).anyMatch(step -> step.startsWith("NoOp(ANSWER"));
  }

  @Test
  void optionSEndsAnAnsweredCallAfterItsTime() {
    TestExchange exchange = dialling("Test/200,,gS(0.05)");
    exchange.phones().phone("200", DialTest::answersAtOnce);
    TestLeg caller = exchange.untilGone(exchange.call("600"));
    assertThat(exchange.steps(caller.channel())).anyMatch(step -> step.startsWith("NoOp(ANSWER"));
  }

  @Test
  void thePhoneInheritsVariablesAndIsToldTheCallersCodecs() {
    TestExchange exchange =
        TestExchange.with(
            directory,
            """
            [phones]
            exten => 600,1,Set(A=mine)
            same => n,Set(_B=child)
            same => n,Set(__C=all)
            same => n,Dial(Test/200)
            """);
    exchange.phones().phone("200", DialTest::answersAtOnce);
    TestLeg caller = exchange.phones().call("100", Codec.ALAW, "phones", "600").untilListenedTo();
    TestLeg callee = exchange.phones().leg("200");
    assertThat(callee.channel().variables().all()).containsOnlyKeys("B", "C");
    assertThat(callee.channel().variables().inheritance()).containsOnlyKeys("__C");
    assertThat(exchange.phones().requests().getFirst().codecs()).isEqualTo(List.of(Codec.ALAW));
    caller.hangsUp(HangupCause.NORMAL_CLEARING);
    exchange.untilGone(caller);
  }

  @Test
  void aSecondDialForgetsWhatTheFirstLeft() {
    TestExchange exchange =
        TestExchange.with(
            directory,
            """
            [phones]
            exten => 600,1,Dial(Test/busy)
            same => n,Dial(Test/200,,g)
            same => n,NoOp(${DIALSTATUS} ${HANGUPCAUSE})
            """);
    exchange.phones().phone("busy", leg -> leg.hangsUp(HangupCause.USER_BUSY));
    exchange.phones().phone("200", DialTest::answersAtOnce);
    TestLeg caller = exchange.call("600").untilListenedTo();
    exchange.phones().leg("200").hangsUp(HangupCause.NORMAL_CLEARING);
    exchange.untilGone(caller);
    assertThat(exchange.steps(caller.channel())).endsWith("NoOp(ANSWER 16)");
  }

  @Test
  void listenersSeeDialsAndBridges() {
    TestExchange exchange = dialling("Test/200&Test/201");
    exchange.phones().phone("200", DialTest::answersAtOnce);
    exchange.phones().phone("201", leg -> {});
    TestLeg caller = exchange.call("600").untilListenedTo();
    caller.hangsUp(HangupCause.NORMAL_CLEARING);
    exchange.untilGone(caller);
    await().until(() -> exchange.pbx().channels().isEmpty());
    assertThat(exchange.events()).filteredOn(CallEvent.DialBegun.class::isInstance).hasSize(2);
    assertThat(exchange.events())
        .filteredOn(CallEvent.DialEnded.class::isInstance)
        .extracting(event -> ((CallEvent.DialEnded) event).status())
        .containsExactlyInAnyOrder("ANSWER", "CANCEL");
    assertThat(exchange.events()).filteredOn(CallEvent.BridgeEntered.class::isInstance).hasSize(2);
    assertThat(exchange.events()).filteredOn(CallEvent.BridgeLeft.class::isInstance).hasSize(2);
  }
}
