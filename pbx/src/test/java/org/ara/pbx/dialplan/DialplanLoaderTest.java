package org.ara.pbx.dialplan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the lines of {@code extensions.conf} mean ({@code spec/dialplan.md} section 3). */
class DialplanLoaderTest {

  @Test
  void prioritiesAreNumbersWordsLabelsAndOffsets() {
    DialplanText text =
        DialplanText.of(
            """
            [in]
            exten => 100,1,NoOp(one)
            exten => 100,n,NoOp(two)
            same => n(there),NoOp(three)
            same => n+10,NoOp(fourteen)
            same => s,NoOp(again)
            same => there+1,NoOp(four)
            exten => 100,hint,SIP/100&SIP/101
            exten => 100,next,Hangup
            """);

    assertThat(text.find("in", "100", 1)).isEqualTo("NoOp(one)");
    assertThat(text.find("in", "100", 2)).isEqualTo("NoOp(two)");
    assertThat(text.find("in", "100", 3)).isEqualTo("NoOp(three)");
    assertThat(text.find("in", "100", 14)).isEqualTo("NoOp(fourteen)");
    assertThat(text.find("in", "100", 4)).isEqualTo("NoOp(four)");
    assertThat(text.find("in", "100", 5)).isEqualTo("Hangup()");
    assertThat(text.find("in", "100", Step.HINT)).isEqualTo("SIP/100&SIP/101()");
    assertThat(text.find(Search.label("in", "100", "there"))).isEqualTo("NoOp(three)");
    assertThat(text.find(Search.label("in", "100", "nowhere"))).isEqualTo("-");
    assertThat(text.problems())
        .containsExactly(
            "extensions.conf:6: [in] exten 100 has priority 14 already, at extensions.conf:5;"
                + " this line is ignored");
  }

  @Test
  void argumentsAreKeptAsWritten() {
    DialplanText text =
        DialplanText.of(
            """
            [in]
            exten => 1,1,Set(X="a,b" (c) ${D})
            exten => 2,1,Answer
            exten => _[1,2]Z,1,NoOp()
            """);

    assertThat(text.find("in", "1", 1)).isEqualTo("Set(X=\"a,b\" (c) ${D})");
    assertThat(text.find("in", "2", 1)).isEqualTo("Answer()");
  }

  @Test
  void badLinesAreLeftOutWithTheirPlace() {
    DialplanText text =
        DialplanText.of(
            """
            [general]
            autofalthrough=no
            priorityjumping=yes
            [in]
            same => n,NoOp()
            exten => 100,n,NoOp()
            exten => 100
            exten => 100,zero,NoOp()
            exten => 100,1
            exten => 100,1,Dial,SIP/100
            exten => 100,1(a),NoOp(good)
            exten => 100,2(a),NoOp(label twice)
            exten => _.,1,NoOp()
            extn => 100,3,NoOp()
            include => nowhere
            switch => Realtime/@
            switch => realtime/@
            exten => _7[,1,NoOp()
            """);

    assertThat(text.problems())
        .satisfiesExactly(
            p -> assertThat(p).startsWith("extensions.conf:5: [in] same has no usable exten"),
            p -> assertThat(p).startsWith("extensions.conf:6: [in] 'n' has no priority before it"),
            p ->
                assertThat(p)
                    .startsWith("extensions.conf:6: [in] exten 100: 'n' is not a priority"),
            p -> assertThat(p).startsWith("extensions.conf:7: [in] exten needs a name"),
            p -> assertThat(p).startsWith("extensions.conf:8: [in] exten 100: 'zero' is not a"),
            p -> assertThat(p).startsWith("extensions.conf:9: [in] exten 100 has no application"),
            p -> assertThat(p).startsWith("extensions.conf:10: [in] exten 100: write the"),
            p -> assertThat(p).startsWith("extensions.conf:12: [in] exten 100: label 'a' is taken"),
            p -> assertThat(p).startsWith("extensions.conf:13: [in] exten _. also takes h, i, t"),
            p -> assertThat(p).startsWith("extensions.conf:14: [in] 'extn' is not one of"),
            p -> assertThat(p).startsWith("extensions.conf:17: [in] switch => realtime/@ is there"),
            p -> assertThat(p).startsWith("extensions.conf:18: [in] pattern '_7[' has a '['"),
            p -> assertThat(p).startsWith("extensions.conf:15: [in] includes 'nowhere'"),
            p -> assertThat(p).startsWith("extensions.conf:2: [general] autofalthrough: unknown"),
            p -> assertThat(p).startsWith("extensions.conf:3: [general] priorityjumping: has no"));
    assertThat(text.find("in", "100", 1)).isEqualTo("NoOp(good)");
    assertThat(text.find("in", "100", 2)).isEqualTo("NoOp(label twice)");
  }

  @Test
  void globalsAreSubstitutedWhileLoading() {
    DialplanText text =
        DialplanText.of(
            """
            [globals]
            FAMILY=phones
            WHOLE=pre-${FAMILY}
            FIRE=112
            [in]
            switch => Realtime/@${FAMILY}
            eswitch => Realtime/@${FAMILY}
            exten => ${FIRE},1,NoOp(${FAMILY})
            """);

    assertThat(text.loaded().globals()).containsEntry("WHOLE", "pre-phones");
    assertThat(text.dialplan().context("in").orElseThrow().switches())
        .containsExactly(
            new SwitchLine("Realtime", "@phones", false),
            new SwitchLine("Realtime", "@${FAMILY}", true));
    assertThat(text.find("in", "112", 1)).isEqualTo("NoOp(${FAMILY})");
    assertThat(text.problems()).isEmpty();
  }

  @Test
  void sectionsOfOneNameAreOneContext() {
    DialplanText text =
        DialplanText.of(
            """
            [in]
            exten => 1,1,NoOp(a)
            [other]
            exten => 1,1,NoOp(b)
            [in](+)
            exten => 2,1,NoOp(c)
            """);

    assertThat(text.find("in", "1", 1)).isEqualTo("NoOp(a)");
    assertThat(text.find("in", "2", 1)).isEqualTo("NoOp(c)");
    assertThat(text.dialplan().contexts()).extracting(Context::name).containsExactly("in", "other");
  }

  @Test
  void punctuationInPatternsAndCallerNumbersMeansNothing() {
    DialplanText text =
        DialplanText.of(
            """
            [in]
            exten => _6 00,1,NoOp(spaced)
            exten => 100/(555) 12-34,1,NoOp(one caller)
            exten => 100/_555.,1,NoOp(many callers)
            exten => 100/,1,NoOp(nobody)
            exten => 100,1,NoOp(anybody)
            """);

    assertThat(text.find("in", "600", 1)).isEqualTo("NoOp(spaced)");
    assertThat(text.find(by("5551234"))).isEqualTo("NoOp(one caller)");
    assertThat(text.find(by("5559"))).isEqualTo("NoOp(many callers)");
    assertThat(text.find(by(""))).isEqualTo("NoOp(nobody)");
    assertThat(text.find(by("77"))).isEqualTo("NoOp(anybody)");
  }

  private static Search by(String caller) {
    return Search.priority("in", "100", 1).by(caller, name -> null);
  }

  @Test
  void ignoredPatternsKeepTheDialTone() {
    Dialplan dialplan = DialplanText.of("[in]\nignorepat => _9\nignorepat => 0\n").dialplan();

    assertThat(dialplan.ignores("in", "9")).isTrue();
    assertThat(dialplan.ignores("in", "0")).isTrue();
    assertThat(dialplan.ignores("in", "91")).isFalse();
    assertThat(dialplan.ignores("nowhere", "9")).isFalse();
  }
}
