package org.ara.pbx.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of {@code spec/dialplan.md} 9.1 and what no text may do to the evaluator. */
class ExpressionTest {

  /** {@code expression => value}, W where there is a warning, {@code <>} for an empty value. */
  private static final String VECTORS =
      """
      4+3*2 => 10          ¦ (4+3)*2 => 14      ¦ 20-5-3 => 12       ¦ 9/4 => 2.25  ¦ 8/4 => 2
      2/3 => 0.666666666666666667 ¦ 9%4 => 1    ¦ -9%4 => -1         ¦ 4.5*2 => 9   ¦ 0.1+0.7 => 0.8
      7/0 => 2147483647 W  ¦ 7%0 => 0 W         ¦ x/3 => 0 W         ¦ 3/x => 2147483647 W
      x*3 => 0 W           ¦ x+3 => 3 W         ¦ 3+x => 3           ¦ x-3 => -3 W
      -x => 0 W            ¦ -x+4 => 4 W        ¦ 4--1 => 5          ¦ -4=-4 => 1
      "7"=7 => 0           ¦ "7"="7" => 1       ¦ 7=7.0 => 1         ¦ 07=7 => 1
      abc=abc => 1         ¦ "abc"=abc => 0     ¦ two words => two W ¦ "two words"="two words" => 1
      =9 => <> W           ¦ 9= => 0 W          ¦ "" => ""           ¦ " " => " "
      0|no => no           ¦ 12|13 => 12        ¦ ""|13 => ""        ¦ |13 => <> W
      0&8 => 0             ¦ 8&9 => 8           ¦ 8&0 => 0           ¦ ""&8 => ""
      !0 => 1              ¦ !7 => 0            ¦ !abc => 1          ¦ !"7" => 1     ¦ !!7 => 1
      3<10 => 1            ¦ "3"<"10" => 0      ¦ 3a<10 => 0         ¦ a<B => 0
      2<3<2 => 1           ¦ 5>4>3 => 0         ¦ 1=1=1 => 1         ¦ 1?on::off => on
      0?on::off => off     ¦ 00?on::off => off  ¦ ""?on::off => off  ¦ "0"?on::off => on
      off?on::off => on    ¦ 1?0?a::b::c => b   ¦ abcabc:abc => 3    ¦ abcabc:bc => 0
      abcabc=~bc => 2      ¦ "abcabc"=~"(b.)a" => bc ¦ "abcabc"=~"(z)" => <>
      "num42":"num([0-9]+)" => 42 ¦ abc=~a.c => 3 ¦ "a b"~~"c" => a bc ¦ 4~~5 => 45
      4~~5*2 => 90         ¦ 1,2 => 1 W         ¦ a~b => a W         ¦ {5} => 5
      "open => open        ¦ 10.0.0.1=10.0.0.1 => 1 ¦ SIP/100 => 0 W ¦ a-b => 0 W
      1e3 => 1e3           ¦ 1e3+1 => 1 W       ¦ 1.50 => 1.50       ¦ 1.50+0 => 1.5
      12345678901234567890 => 12345678901234567890
      12345678901234567890+0 => 1.23456789012345679e+19
      9007199254740993+1 => 9007199254740994    ¦ 1000000*1000000 => 1000000000000
      1&&1 => 1            ¦ 0||0 => 0          ¦ 3==3 => 1          ¦ 3!=4 => 1
      5 - 2 = 3 => 1       ¦ 2 + 3 = 5 & 4 > 1 => 1 ¦ 1 | 0 & 0 => 1 ¦ -3 : 3 => -1
      8 / 2 * 4 => 16      ¦ 100 % 7 * 2 => 4   ¦ SQRT(2) => 1.41421356237309505
      POW(2,8)+1 => 257    ¦ TRUNC(-2.7) => -2  ¦ ROUND(-2.5) => -3  ¦ MAX(1,2) => 0 W
      """;

  @TestFactory
  Stream<DynamicTest> anExpressionHasTheValueTheTableSays() {
    return VECTORS
        .lines()
        .flatMap(line -> Arrays.stream(line.split("¦")))
        .map(String::strip)
        .map(vector -> DynamicTest.dynamicTest(vector, () -> check(vector)));
  }

  private static void check(String vector) {
    int arrow = vector.lastIndexOf(" => ");
    String text = vector.substring(0, arrow);
    String expected = vector.substring(arrow + 4);
    boolean warned = expected.endsWith(" W");
    String value = (warned ? expected.substring(0, expected.length() - 2) : expected).strip();
    List<String> warnings = new ArrayList<>();
    assertThat(Expression.evaluate(text, Functions.NONE, warnings::add))
        .isEqualTo(value.equals("<>") ? "" : value);
    assertThat(!warnings.isEmpty()).as("warnings %s", warnings).isEqualTo(warned);
  }

  @ParameterizedTest
  @CsvSource({
    "SIN(1), 0.841470984807896507",
    "COS(1), 0.540302305868139717",
    "TAN(1), 1.55740772465490223",
    "ASIN(1), 1.57079632679489662",
    "ACOS(0.5), 1.04719755119659775",
    "ATAN(1)*4, 3.14159265358979324",
    "EXP(1), 2.71828182845904524",
    "LOG(10), 2.30258509299404568",
    "LOG2(1024), 10",
    "LOG10(1000), 3",
    "EXP2(10), 1024",
    "EXP10(3), 1000",
    "'POW(2,0.5)', 1.41421356237309505",
    "'POW(-2,3)', -8",
    "'POW(10,5000)', inf",
    "'ATAN2(1,-1)', 2.35619449019234493",
    "'REMAINDER(5,3)', -1",
    "RINT(2.5), 2",
    "FLOOR(-1.5), -2",
    "CEIL(-1.5), -1",
    "ABS(-3), 3",
    "SQRT(-1), 0",
    "LOG(0), 0",
    "1/3*3, 1",
    "1/100000, 1e-05",
    "1/10000, 0.0001",
    "1000000*1000000*1000000, 1e+18",
  })
  void numbersAreExactToEighteenDigits(String text, String value) {
    assertThat(Expression.evaluate(text, Functions.NONE, message -> {})).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"aab\" =~ \"a+?b\"', 3",
    "'\"a]b\" =~ \"[]]\"', 1",
    "'\"x-7\" =~ \"[[:alpha:]]-[[:digit:]]\"', 3",
    "'\"a{b\" =~ \"a{b\"', 3",
    "'\"aaa\" =~ \"^a{2}$\"', 0",
    "'\"a\\d\" =~ \"[\\]d\"', 2",
    "'\"a.b\" =~ \"a\\.b\"', 3",
    "'\"sip:100@h\" : \"sip:([^@]*)@\"', 100",
  })
  void regularExpressionsAreThoseOfPosix(String text, String value) {
    assertThat(Expression.evaluate(text, Functions.NONE, message -> {})).isEqualTo(value);
  }

  @Test
  void anUnknownNameIsAskedOfTheDialplanFunctions() {
    Functions functions = (name, arguments) -> name.equals("LEN") ? arguments.length() + "" : null;
    assertThat(Expression.evaluate("LEN(abc)+1", functions, message -> {})).isEqualTo("4");
  }

  @Test
  void aRegularExpressionThatTakesForeverIsGivenUp() {
    String text = "\"" + "a".repeat(60) + "\" =~ \"(.*a){15}b\"";
    List<String> warnings = new ArrayList<>();
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> Expression.evaluate(text, Functions.NONE, warnings::add));
    assertThat(warnings).singleElement().asString().contains("takes too long");
  }

  @Test
  void deepNestingIsASyntaxErrorNotAnOverflow() {
    for (String piece : List.of("(", "-", "!", "1?", "SQRT(", "1?2::")) {
      List<String> warnings = new ArrayList<>();
      Expression.evaluate(piece.repeat(5000) + "1", Functions.NONE, warnings::add);
      assertThat(warnings).as(piece).anyMatch(warning -> warning.startsWith("syntax error"));
    }
  }

  @Test
  void noTextMakesItThrowOrGrowWithoutEnd() {
    String[] pieces = {
      "1",
      "0",
      "2.5",
      "99999999999999999999",
      "x",
      "\"",
      "\"a b\"",
      "(",
      ")",
      "+",
      "-",
      "*",
      "/",
      "%",
      "!",
      "=",
      "<",
      ">",
      "&",
      "|",
      "?",
      "::",
      ":",
      "=~",
      "~~",
      ",",
      " ",
      "SQRT(",
      "POW(",
      "EXP(",
      "LOG(",
      "TAN(",
      "REMAINDER(",
      "[",
      "]",
      "{",
      "}",
      "é",
      "\\",
      "^",
      "$",
      ".",
      "#"
    };
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(20); n > 0; n--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      String value = Expression.evaluate(text.toString(), Functions.NONE, message -> {});
      assertThat(value.length()).as(text.toString()).isLessThan(text.length() + 40);
    }
  }
}
