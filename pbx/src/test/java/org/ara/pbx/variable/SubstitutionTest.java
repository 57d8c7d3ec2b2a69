package org.ara.pbx.variable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The vectors of {@code spec/dialplan.md} 8.1 and the limits of substitution. */
class SubstitutionTest {

  private static final Map<String, String> VARIABLES =
      Map.ofEntries(
          Map.entry("A", "apple"),
          Map.entry("B", "A"),
          Map.entry("N", "7"),
          Map.entry("I", "2"),
          Map.entry("E", ""),
          Map.entry("SP", "two words"),
          Map.entry("C1", "one"),
          Map.entry("C2", "two"),
          Map.entry("DOL", "${A}"),
          Map.entry("BR", "a}b"),
          Map.entry("IP", "10.0.0.5"),
          Map.entry("EXTEN", "918005551234"));

  private static final VariableScope SCOPE =
      new VariableScope() {
        @Override
        public @Nullable String variable(String name) {
          return VARIABLES.get(name);
        }

        @Override
        public @Nullable String function(String name, String arguments) {
          return switch (name) {
            case "ID" -> arguments;
            case "LEN" -> Integer.toString(arguments.length());
            case "EVAL" -> Substitution.substitute(arguments, this, message -> {});
            case "LOOP" -> Substitution.substitute("${LOOP(" + arguments + ")}", this, m -> {});
            default -> null;
          };
        }
      };

  /** {@code text => result}, W where there is a warning, {@code <>} for an empty result. */
  private static final String VECTORS =
      """
      ${A}-${N} => apple-7           ¦ ${A:1} => pple               ¦ ${A:-3} => ple
      ${A:1:3} => ppl                ¦ ${A:1:-1} => ppl             ¦ ${A:-4:2} => pp
      ${A:-9} => apple               ¦ ${A:9} => <>                 ¦ ${A:2:0} => <>
      ${A::2} => apple               ¦ ${A:} => apple               ¦ ${A:x} => apple
      ${A: 1: 2} => pp               ¦ ${A:1 :2} => pple            ¦ ${A:1:2:3} => pp
      ${A:-2:-1} => l                ¦ ${A:4:-9} => <>              ¦ ${${B}} => apple
      ${C${I}} => two                ¦ ${C$[${I}-1]} => one         ¦ ${a} => <>
      ${NONE} => <>                  ¦ [${NONE}] => []              ¦ $A $ => $A $
      ${A => apple W                 ¦ \\${A} => \\apple            ¦ $${A} => $apple
      ${A}} => apple}                ¦ {${A}} => {apple}            ¦ ${DOL} => ${A}
      ${ID(${DOL})} => ${A}          ¦ ${LEN(${A})} => 5            ¦ ${LEN()} => 0
      ${LEN(a,b)} => 3               ¦ ${ID(p:q)} => p:q            ¦ ${ID(p:q):1} => :q
      ${ID(f(x)g)} => f(x)g          ¦ ${ID(x} => x W               ¦ ${BADFN(1)} => <> W
      $[${N}*${I}] => 14             ¦ $[${E} + 1] => <> W          ¦ $["${E}" = ""] => 1
      $[${NONE} = 1] => <> W         ¦ $["x${NONE}" = "x"] => 1     ¦ $[${SP} = two] => two W
      $["${SP}" = "two words"] => 1  ¦ $[$[2*3]+1] => 7             ¦ $[${N} > 5]$[${N} < 5] => 10
      ${A:$[${I}-1]:${I}} => pp      ¦ $[${LEN(${A})} + ${N}] => 12 ¦ $[${IP} = 10.0.0.5] => 1
      $["${EXTEN}" : "9(.*)"] => 18005551234 ¦ $[${EXTEN:0:1} = 9] => 1 ¦ ${BR} => a}b
      $[1+1 => 2 W                   ¦ $[] => <>                    ¦ ${EXTEN:-4} => 1234
      ${EXTEN:5:3} => 555            ¦ ${EXTEN:0:-1} => 91800555123 ¦ a$[1+1]b$[2+2]c => a2b4c
      """;

  @TestFactory
  Stream<DynamicTest> aTextBecomesWhatTheTableSays() {
    return VECTORS
        .lines()
        .flatMap(line -> Arrays.stream(line.split("¦")))
        .map(String::strip)
        .map(vector -> DynamicTest.dynamicTest(vector, () -> check(vector)));
  }

  private static void check(String vector) {
    int arrow = vector.lastIndexOf(" => ");
    String expected = vector.substring(arrow + 4);
    boolean warned = expected.endsWith(" W");
    String value = (warned ? expected.substring(0, expected.length() - 2) : expected).strip();
    List<String> warnings = new ArrayList<>();
    String result = Substitution.substitute(vector.substring(0, arrow), SCOPE, warnings::add);
    assertThat(result).isEqualTo(value.equals("<>") ? "" : value);
    assertThat(!warnings.isEmpty()).as("warnings %s", warnings).isEqualTo(warned);
  }

  @Test
  void aLongResultIsCutWithOneWarning() {
    List<String> warnings = new ArrayList<>();
    String result = Substitution.substitute("${A}".repeat(5000), SCOPE, warnings::add);
    assertThat(result).hasSize(Substitution.MAX_LENGTH).startsWith("appleapple");
    assertThat(warnings).singleElement().asString().contains("8191");
  }

  @Test
  void nestingEndsAtTheLimit() {
    List<String> warnings = new ArrayList<>();
    String text = "${ID(".repeat(40) + "${A}" + ")}".repeat(40);
    assertThat(Substitution.substitute(text, SCOPE, warnings::add)).isEmpty();
    assertThat(warnings).anyMatch(warning -> warning.contains("nested deeper than 15"));
  }

  @Test
  void aFunctionThatSubstitutesItselfComesToAnEnd() {
    assertThat(Substitution.substitute("${LOOP(x)}", SCOPE, message -> {})).isEmpty();
  }

  @Test
  void evalLooksAtAValueAgain() {
    assertThat(Substitution.substitute("${EVAL(${DOL})}", SCOPE, m -> {})).isEqualTo("apple");
  }

  @Test
  void noTextMakesItThrowOrGrowWithoutEnd() {
    String[] pieces = {
      "${",
      "$[",
      "}",
      "]",
      "{",
      "[",
      "(",
      ")",
      ":",
      "A",
      "DOL",
      "EVAL(",
      "LEN(",
      "1",
      "-",
      "$",
      "\"",
      "=~",
      "+",
      " ",
      "9999999999",
      "é",
      "\\"
    };
    Random random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(40); n > 0; n--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      assertThat(Substitution.substitute(text.toString(), SCOPE, message -> {}))
          .as(text.toString())
          .hasSizeLessThanOrEqualTo(Substitution.MAX_LENGTH);
    }
  }
}
