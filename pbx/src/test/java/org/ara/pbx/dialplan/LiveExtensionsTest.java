package org.ara.pbx.dialplan;

import static org.assertj.core.api.Assertions.assertThat;

import org.ara.pbx.variable.VariableScope;
import org.ara.realtime.Lookup;
import org.junit.jupiter.api.Test;

class LiveExtensionsTest {

  private final CurrentDialplan current = new CurrentDialplan();

  private String found(String context, String number, int priority, MatchMode mode) {
    Search search =
        Search.priority(context, number, priority).by("", VariableScope.EMPTY).asking(mode);
    return current.get().find(search) instanceof Lookup.Found<Step>(Step step)
        ? step.extension() + "," + step.application() + "(" + step.arguments() + ")"
        : "";
  }

  @Test
  void theyAreFoundBesideThoseOfTheFileAndOutliveItsReload() {
    current.live().add("phones", "200", "bob", "SIP");
    current.live().add("phones", "_3XX", "bob", "SIP");
    current.replace(
        DialplanText.of(
                """
                [phones]
                exten => 200,1,NoOp(file)
                exten => _X.,2,Dial(SIP/x)
                """)
            .dialplan());

    assertThat(found("phones", "200", 1, MatchMode.MATCH)).isEqualTo("200,Noop(bob)");
    assertThat(found("phones", "200", 2, MatchMode.MATCH)).isEqualTo("_X.,Dial(SIP/x)");
    assertThat(found("phones", "2", 1, MatchMode.CAN_MATCH)).isEqualTo("200,Noop(bob)");
    assertThat(found("phones", "20", 1, MatchMode.MATCH_MORE)).isEqualTo("200,Noop(bob)");
    assertThat(found("phones", "345", 1, MatchMode.MATCH)).isEqualTo("_3XX,Noop(bob)");
    assertThat(found("phones", "34", 1, MatchMode.MATCH_MORE)).isEqualTo("_3XX,Noop(bob)");
    assertThat(found("phones", "400", 1, MatchMode.MATCH)).isEmpty();
  }

  @Test
  void oneGoesUnlessItIsSomebodyElsesByNow() {
    current.live().add("regs", "200", "bob", "SIP");
    current.live().add("regs", "200", "eve", "SIP");
    current.live().remove("regs", "200", "bob");
    assertThat(found("regs", "200", 1, MatchMode.MATCH)).isEqualTo("200,Noop(eve)");
    current.live().remove("regs", "200", "eve");
    assertThat(found("regs", "200", 1, MatchMode.MATCH)).isEmpty();
    assertThat(found("regs", "2", 1, MatchMode.CAN_MATCH)).isEmpty();
  }
}
