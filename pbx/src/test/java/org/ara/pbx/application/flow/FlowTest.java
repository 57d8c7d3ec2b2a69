package org.ara.pbx.application.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.ara.pbx.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loops, macros, times and applications that run others. */
class FlowTest {

  @TempDir Path directory;

  private List<String> texts(String... lines) {
    return TestExchange.with(directory, "[phones]\n" + String.join("\n", lines) + "\n")
        .run("600")
        .stream()
        .filter(step -> step.startsWith("NoOp("))
        .map(step -> step.substring(5, step.length() - 1))
        .toList();
  }

  @Test
  void aLoopRunsAsLongAsItsConditionHolds() {
    assertThat(
            texts(
                "exten => 600,1,Set(I=0)",
                "same => n,While($[${I} < 3])",
                "same => n,Set(I=$[${I} + 1])",
                "same => n,NoOp(${I})",
                "same => n,EndWhile()",
                "same => n,NoOp(after)"))
        .containsExactly("1", "2", "3", "after");
  }

  @Test
  void aLoopWhoseConditionNeverHeldIsPassedOverWithThoseInside() {
    assertThat(
            texts(
                "exten => 600,1,While(0)",
                "same => n,While(0)",
                "same => n,NoOp(inner)",
                "same => n,EndWhile",
                "same => n,NoOp(outer)",
                "same => n,EndWhile",
                "same => n,NoOp(after)"))
        .containsExactly("after");
  }

  @Test
  void aLoopCanBeLeftAndBegunAgain() {
    assertThat(
            texts(
                "exten => 600,1,Set(I=0)",
                "same => n,While(1)",
                "same => n,Set(I=$[${I} + 1])",
                "same => n,ExecIf($[${I} = 2]?ContinueWhile())",
                "same => n,ExecIf($[${I} = 4]?ExitWhile())",
                "same => n,NoOp(${I})",
                "same => n,EndWhile()",
                "same => n,NoOp(after)"))
        .containsExactly("1", "3", "after");
  }

  @Test
  void aMacroComesBackAtItsEnd() {
    assertThat(
            texts(
                "exten => 600,1,Set(ARG1=mine)",
                "same => n,Macro(greet,you,me)",
                "same => n,NoOp(back ${ARG1} ${MACRO_EXTEN} ${SEEN})",
                "[macro-greet]",
                "exten => s,1,NoOp(${ARG1} ${ARG2} from ${MACRO_EXTEN}@${MACRO_CONTEXT})",
                "same => n,Macro(inner)",
                "same => n,NoOp(${MACRO_EXTEN})",
                "[macro-inner]",
                "exten => s,1,Set(SEEN=yes)",
                "same => n,MacroExit()",
                "same => n,NoOp(never)"))
        .containsExactly("you me from 600@phones", "600", "back mine  yes");
  }

  @Test
  void aMacroMaySkipStepsAndCallSubroutines() {
    assertThat(
            texts(
                "exten => 600,1,Macro(skip)",
                "same => n,NoOp(skipped)",
                "same => n,NoOp(reached)",
                "same => n,Macro(none)",
                "same => n,NoOp(end)",
                "[macro-skip]",
                "exten => s,1,Gosub(sub,1)",
                "same => n,Set(MACRO_OFFSET=1)",
                "exten => sub,1,NoOp(sub)",
                "same => n,Return()"))
        .containsExactly("sub", "reached", "end");
  }

  @Test
  void theTimeDecides() {
    assertThat(
            texts(
                "exten => 600,1,Set(TESTTIME=1795435200)", // Monday, 2026-11-23 12:00 UTC
                "same => n,GotoIfTime(9:00-16:59,mon-fri,*,*,UTC?day:night)",
                "same => n(night),NoOp(night)",
                "same => n(day),NoOp(day)",
                "same => n,GotoIfTime(*,sat,*,*,UTC?night)",
                "same => n,ExecIfTime(12:00,*,23,nov,UTC?Set(X=noon))",
                "same => n,ExecIfTime(12:01,*,23,nov,UTC?Set(X=later))",
                "same => n,NoOp(${X})"))
        .containsExactly("day", "noon");
  }

  @Test
  void anApplicationIsRunByName() {
    assertThat(
            texts(
                "exten => 600,1,Set(WHAT=Set)",
                "same => n,Exec(${WHAT}(A=1))",
                "same => n,TryExec(Set(B=2))",
                "same => n,NoOp(${A}${B} ${TRYSTATUS})",
                "same => n,TryExec(NoSuch(x))",
                "same => n,NoOp(${TRYSTATUS})",
                "same => n,TryExec(Goto(nowhere))",
                "same => n,NoOp(${TRYSTATUS})",
                "same => n,Exec(NoSuch())",
                "same => n,NoOp(not reached)"))
        .containsExactly("12 SUCCESS", "NOAPP", "FAILED");
  }

  @Test
  void severalVariablesAreSetAtOnce() {
    assertThat(
            texts(
                "exten => 600,1,MSet(A=1,B=\"x,y\",CALLERID(num)=55)",
                "same => n,NoOp(${A} ${B} ${CALLERID(num)})"))
        .containsExactly("1 x,y 55");
  }
}
