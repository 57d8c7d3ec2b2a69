package org.ara.pbx.dialplan.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.ara.pbx.dialplan.MatchMode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The matching vectors of {@code spec/dialplan.md} 1.5, answered by the pattern and by the map. */
class MatchingTest {

  /** M full match, C can match, + more digits could match, E early match, 0 nothing. */
  private static final String VECTORS =
      """
      200        : 200=MC  2-0-0=MC  20=C+  2000=0  ""=C+
      2-00       : 200=MC
      _2XX       : 245=MC  24=C+  2450=0  2-4-5=MC  24*=0
      _2xx       : 2-4-5=MC
      _NXX       : 123=0   987=MC
      _nxx       : 987=MC
      _ZXX       : 099=0   100=MC
      _X.        : 7=C+    78=MC+
      _.         : 5=MC+   ""=C+
      _!         : ""=E    x1=E
      _44!       : 44=E    4=C+   4499=E
      _44.       : 44=C+   449=MC+
      _[2-46]0   : 30=MC   60=MC  50=0
      _[8-2]1    : 81=0
      _[6-]1     : 61=MC
      _[a-f]9    : c9=MC   C9=0
      _[]3       : 3=MC
      _7[]3      : 73=MC
      _7[        : 7=C+
      _00Z.      : 00=C+   0044=MC+  0041=MC+  0004=0
      _+ZXX      : +123=MC
      _*6X       : *61=MC
      _#X        : #1=MC
      _*!        : *=E
      _X.9       : 123=MC+  1=C+
      _9X!4      : 97=E
      _6-00      : 600=MC
      sales      : sales=MC  SALES=0  SA=0  sa=C+
      _sales     : sales=MC
      _fax       : fax=0    fa1=MC
      _zone      : zone=0   5o7e=MC
      _N00       : N00=0
      _XXX       : 1a2=0    12=C+   123=MC
      _XX.       : _XX.=M   _XX!=0
      _xx.       : _XX.=M
      _[1-3]X!   : 2=C+     25=E
      _1X[5]     : 1-25=MC
      _555XXXX   : 555-1234=MC  (555)1234=0
      _a.        : ab=MC+
      _A.        : ab=0
      _X!        : 5=E
      _1XX       : 1000=0   10=C+   1a0=0
      _[13-5]X   : 37=MC    27=0    17=MC
      """;

  @TestFactory
  Stream<DynamicTest> aNameMatchesAsTheTableSays() {
    return VECTORS
        .lines()
        .flatMap(
            line -> {
              String name = line.substring(0, line.indexOf(" :")).strip();
              String[] answers = line.substring(line.indexOf(" :") + 2).strip().split("\\s+");
              return Arrays.stream(answers).map(answer -> vector(name, answer));
            });
  }

  private static DynamicTest vector(String name, String answer) {
    int equals = answer.lastIndexOf('=');
    String number = answer.substring(0, equals).replace("\"\"", "");
    String expected = answer.substring(equals + 1);
    return DynamicTest.dynamicTest(
        name + " : " + answer,
        () -> {
          Pattern pattern = Pattern.parse(name, message -> {});
          assertThat(letters(mode -> pattern.match(number, mode))).isEqualTo(expected);
          PatternMap<String> map = new PatternMap<>(Map.of(pattern, name));
          assertThat(letters(mode -> first(map, number, mode))).isEqualTo(expected);
        });
  }

  private interface Question {
    Match ask(MatchMode mode);
  }

  private static Match first(PatternMap<String> map, String number, MatchMode mode) {
    Match[] first = {Match.NO};
    map.visit(
        number,
        mode,
        (value, match) -> {
          first[0] = match;
          return true;
        });
    return first[0];
  }

  private static String letters(Question question) {
    Match complete = question.ask(MatchMode.MATCH);
    if (complete == Match.EARLY) {
      assertThat(question.ask(MatchMode.CAN_MATCH)).isEqualTo(Match.EARLY);
      assertThat(question.ask(MatchMode.MATCH_MORE)).isEqualTo(Match.EARLY);
      return "E";
    }
    String letters =
        (complete.matches() ? "M" : "")
            + (question.ask(MatchMode.CAN_MATCH).matches() ? "C" : "")
            + (question.ask(MatchMode.MATCH_MORE).matches() ? "+" : "");
    return letters.isEmpty() ? "0" : letters;
  }
}
