package org.ara.pbx.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TruthTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "00", "0abc", " 0", "-0", "+0"})
  void nothingAndZeroAreFalse(String text) {
    assertThat(Truth.of(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "-1", "abc", "\"\"", "10", "05", " ", "x0"})
  void everythingElseIsTrue(String text) {
    assertThat(Truth.of(text)).isTrue();
  }
}
