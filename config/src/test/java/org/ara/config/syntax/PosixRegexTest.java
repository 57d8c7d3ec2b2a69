package org.ara.config.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PosixRegexTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "b abc true",
        "^b abc false",
        "c$ abc true",
        "^[[:alpha:]_]+$ a_b true",
        "^[[:alpha:]_]+$ a1 false",
        "[[:xdigit:]] F true",
        "[^[:space:]] x true",
        "[]x] ] true",
        "[a\\b] \\ true",
        "a\\.b a.b true",
        "a\\.b axb false",
        "\\d 5 false",
        "^(a|b){2}$ ab true",
        "[a&&b] & true",
      })
  void expressionsMeanWhatPosixSays(String expression, String text, boolean found) {
    assertThat(PosixRegex.compile(expression).orElseThrow().matcher(text).find()).isEqualTo(found);
  }

  @Test
  void malformedExpressionsAreNoPatterns() {
    assertThat(
            List.of("[", "(", "*", "[[:nosuch:]]", "[[::]]", "(".repeat(8000) + ")".repeat(8000)))
        .allSatisfy(malformed -> assertThat(PosixRegex.compile(malformed)).isEmpty());
  }

  static LongStream seeds() {
    return LongStream.range(0, 500);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noTextMakesTheTranslationFail(long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(20); i >= 0; i--) {
      text.append("[]^:al\\.*+?{}()|-&$1".charAt(random.nextInt(20)));
    }

    assertThatCode(() -> PosixRegex.compile(text.toString())).doesNotThrowAnyException();
  }
}
