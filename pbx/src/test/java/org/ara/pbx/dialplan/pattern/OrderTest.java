package org.ara.pbx.dialplan.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The order in which names are tried: {@code spec/dialplan.md} 1.3 and the vectors of 1.6. */
class OrderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "100 _12X _1XX _1. _[12]XX _[1-3]XX _NXX _NX. _N. _Z. _XXX _X. _X! _. _!",
        "200 _200 _20X _2XX _2. _2! _NXX",
        "_[23]XX _[34]XX _[2-4]XX _NXX _ZXX _XXX",
        "_X[1-5] _XX _X. _X! _X",
        "_#1 _*1 _01 _91 _A1 _a1 _[09]1",
        "_11 _12. _1N. _1Z. _1X. _1X! _1. _1!",
        "_0044. _00Z. _00. _0N. _0. _. _!",
        "10 100 1000 100a h i s t _s",
        "911 _9011. _911 _91NXXNXXXXXX _9911 _9NXXXXXX _9.",
        "_[12]0 _[13]0 _[19]0",
        "_1XXXXX _X11111",
        "_[1-5] _N",
      })
  void namesAreTriedFromLeftToRight(String names) {
    List<Pattern> expected =
        Arrays.stream(names.split(" ")).map(name -> Pattern.parse(name, message -> {})).toList();
    Random random = new Random(names.hashCode());
    for (int round = 0; round < 20; round++) {
      List<Pattern> shuffled = new ArrayList<>(expected);
      Collections.shuffle(shuffled, random);
      Collections.sort(shuffled);
      assertThat(shuffled).containsExactlyElementsOf(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "_NXX, _[2-9]XX",
    "_nxx, _NXX",
    "_[1]0, _10",
    "_7[]3, _73",
    "2-00, 200",
    "_6-00, _600",
    "_X.9, _X.",
  })
  void namesThatMeanTheSameAreTheSame(String one, String other) {
    Pattern first = Pattern.parse(one, message -> {});
    Pattern second = Pattern.parse(other, message -> {});
    assertThat(first).isEqualTo(second).hasSameHashCodeAs(second);
    assertThat(first.compareTo(second)).isZero();
  }

  @Test
  void aSetThatIsNeverClosedIsTriedLast() {
    Pattern broken = Pattern.parse("_7[", message -> {});
    assertThat(broken).isGreaterThan(Pattern.parse("_7", message -> {}));
  }
}
