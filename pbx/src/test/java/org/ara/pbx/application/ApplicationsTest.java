package org.ara.pbx.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.ara.pbx.HangupCause;
import org.ara.pbx.media.Frame;
import org.ara.pbx.testing.TestExchange;
import org.ara.pbx.testing.TestLeg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationsTest {

  @TempDir Path directory;

  private TestExchange exchange(String... lines) {
    return TestExchange.with(directory, "[phones]\n" + String.join("\n", lines) + "\n");
  }

  @Test
  void setTakesTheValueAsItStands() {
    TestExchange exchange = exchange("exten => 600,1,Set(A=\"x, y\"=z)", "same => n,NoOp(${A})");
    assertThat(exchange.run("600")).contains("NoOp(\"x, y\"=z)");
  }

  @Test
  void setWritesFunctions() {
    TestExchange exchange =
        exchange(
            "exten => 600,1,Set(CALLERID(all)=\"Bob B\" <55>)",
            "same => n,NoOp(${CALLERID(name)}:${CALLERID(num)})",
            "same => n,Set(GLOBAL(G)=1)",
            "same => n,NoOp(${G}${GLOBAL(G)})");
    assertThat(exchange.run("600")).contains("NoOp(Bob B:55)", "NoOp(11)");
  }

  @Test
  void badArgumentsOfSetAreSkipped() {
    TestExchange exchange =
        exchange(
            "exten => 600,1,Set(nothing)",
            "same => n,Set(NOSUCH(x)=1)",
            "same => n,Set(CALLERID(shoe)=1)",
            "same => n,NoOp(reached)");
    assertThat(exchange.run("600")).endsWith("NoOp(reached)");
  }

  @Test
  void gotoTakesNumbersLabelsAndRelativePriorities() {
    TestExchange exchange =
        exchange(
            "exten => 600,1,Goto(+2)",
            "same => n,NoOp(skipped)",
            "same => n,Goto(there)",
            "same => n,NoOp(skipped)",
            "same => n(there),Goto(601,1)",
            "exten => 601,1,Goto(other,s,1)",
            "[other]",
            "exten => s,1,NoOp(arrived)");
    assertThat(exchange.run("600"))
        .containsExactly(
            "Goto(+2)", "Goto(there)", "Goto(601,1)", "Goto(other,s,1)", "NoOp(arrived)");
  }

  @Test
  void gotoAnUnknownLabelEndsTheCall() {
    TestExchange exchange = exchange("exten => 600,1,Goto(nowhere)", "same => n,NoOp(no)");
    assertThat(exchange.run("600")).containsExactly("Goto(nowhere)");
  }

  @Test
  void gotoIfTakesTheBranchOfTheConditionOrGoesOn() {
    TestExchange exchange =
        exchange(
            "exten => 600,1,GotoIf($[1 = 1]?yes:no)",
            "same => n(no),NoOp(no)",
            "same => n(yes),GotoIf(0?no)",
            "same => n,GotoIf(:)",
            "same => n,NoOp(end)");
    assertThat(exchange.run("600"))
        .containsExactly("GotoIf(1?yes:no)", "GotoIf(0?no)", "GotoIf(:)", "NoOp(end)");
  }

  @Test
  void gosubHasArgumentsOfItsOwnAndReturnsBehindItself() {
    TestExchange exchange =
        exchange(
            "exten => 600,1,Gosub(sub,1(a,b))",
            "same => n,NoOp([${ARG1}] ${GOSUB_RETVAL})",
            "exten => sub,1,NoOp(${ARG1} ${ARG2} ${ARGC})",
            "same => n,Gosub(inner,1(c))",
            "same => n,Set(LOCAL(X)=1)",
            "same => n,Return(${ARG1}${X})",
            "exten => inner,1,NoOp(${ARG1} [${ARG2}])",
            "same => n,Return()");
    assertThat(exchange.run("600")).contains("NoOp(a b 2)", "NoOp(c [])", "NoOp([] a1)");
  }

  @Test
  void gosubToNowhereEndsTheCallAndReturnWithoutGosubToo() {
    TestExchange exchange =
        exchange(
            "exten => 600,1,Gosub(nosuch,1)",
            "same => n,NoOp(no)",
            "exten => 601,1,Return()",
            "same => n,NoOp(no)");
    assertThat(exchange.run("600")).hasSize(1);
    assertThat(exchange.run("601")).hasSize(1);
  }

  @Test
  void gosubIfChoosesAndStackPopForgets() {
    TestExchange exchange =
        exchange(
            "exten => 600,1,GosubIf(0?sub,1(x):sub,1(y))",
            "same => n,NoOp(not reached)",
            "exten => sub,1,NoOp(${ARG1})",
            "same => n,StackPop()",
            "same => n,Return()");
    assertThat(exchange.run("600"))
        .containsExactly("GosubIf(0?sub,1(x):sub,1(y))", "NoOp(y)", "StackPop()", "Return()");
  }

  @Test
  void aSubroutineThatNeverReturnsIsStopped() {
    TestExchange exchange = exchange("exten => 600,1,Gosub(600,1)");
    assertThat(exchange.run("600")).hasSizeBetween(500, 600);
  }

  @Test
  void execIfRunsTheChosenApplication() {
    TestExchange exchange =
        exchange(
            "exten => 600,1,ExecIf(1?Set(A=1):Set(A=2))",
            "same => n,ExecIf(0?Set(B=1):Set(B=2))",
            "same => n,ExecIf(0?Hangup())",
            "same => n,NoOp(${A}${B})",
            "same => n,ExecIf(1?Hangup())",
            "same => n,NoOp(not reached)");
    assertThat(exchange.run("600")).contains("NoOp(12)").doesNotContain("NoOp(not reached)");
  }

  @Test
  void indicationsReachACallerThatIsNotAnswered() {
    TestExchange exchange =
        exchange(
            "exten => 600,1,Proceeding()",
            "same => n,Ringing()",
            "same => n,Progress()",
            "same => n,Answer(1)",
            "same => n,Ringing()");
    TestLeg caller = exchange.untilGone(exchange.call("600"));
    assertThat(caller.asked())
        .containsExactly("proceeding", "ringing", "progress", "answer", "hangup NORMAL_CLEARING");
  }

  @Test
  void busyRefusesACallThatIsNotAnswered() {
    TestExchange exchange = exchange("exten => 600,1,Busy()", "exten => 601,1,Congestion(5)");
    assertThat(exchange.untilGone(exchange.call("600")).asked())
        .containsExactly("hangup USER_BUSY");
    assertThat(exchange.untilGone(exchange.call("601")).asked())
        .containsExactly("hangup CONGESTION");
  }

  @Test
  void busyPlaysItsToneToACallThatIsAnswered() {
    TestExchange exchange = exchange("exten => 600,1,Answer()", "same => n,Busy(0.1)");
    TestLeg caller = exchange.untilGone(exchange.call("600"));
    assertThat(caller.heard()).hasSizeGreaterThan(2);
    assertThat(caller.heard().getFirst())
        .isInstanceOfSatisfying(Frame.Audio.class, frame -> assertThat(frame.marker()).isTrue());
  }

  @Test
  void hangupTakesNumbersAndNames() {
    TestExchange exchange =
        exchange(
            "exten => 600,1,Hangup(34)",
            "exten => 601,1,Hangup(busy)",
            "exten => 602,1,Hangup(shoe)",
            "exten => 603,1,Hangup()");
    assertThat(exchange.untilGone(exchange.call("600")).asked())
        .containsExactly("hangup CONGESTION");
    assertThat(exchange.untilGone(exchange.call("601")).asked())
        .containsExactly("hangup USER_BUSY");
    assertThat(exchange.untilGone(exchange.call("602")).asked())
        .containsExactly("hangup NORMAL_CLEARING");
    assertThat(exchange.untilGone(exchange.call("603")).asked())
        .containsExactly("hangup NORMAL_CLEARING");
  }

  @Test
  void waitEndsWhenTheCallerHangsUp() {
    TestExchange exchange = exchange("exten => 600,1,Wait(3600)", "same => n,NoOp(no)");
    TestLeg caller = exchange.call("600");
    exchange.untilStep(caller, "Wait(3600)");
    caller.hangsUp(HangupCause.NORMAL_CLEARING);
    exchange.untilGone(caller);
    assertThat(exchange.steps(caller.channel())).containsExactly("Wait(3600)");
  }

  @Test
  void waitIgnoresWhatIsNoTime() {
    TestExchange exchange =
        exchange("exten => 600,1,Wait(soon)", "same => n,Wait(1ms)", "same => n,NoOp(on)");
    assertThat(exchange.run("600")).endsWith("NoOp(on)");
  }

  @Test
  void echoSendsAudioBackUntilTheHashKey() {
    TestExchange exchange =
        exchange("exten => 600,1,Answer()", "same => n,Echo()", "same => n,NoOp(done)");
    TestLeg caller = exchange.call("600").untilListenedTo();
    Frame frame = caller.audio(0x55);
    caller.says(frame);
    caller.presses('1');
    caller.presses('#');
    exchange.untilGone(caller);
    assertThat(caller.heard()).containsExactly(frame);
    assertThat(exchange.steps(caller.channel())).endsWith("NoOp(done)");
    assertThat(caller.isListenedTo()).isFalse();
  }
}
