package org.ara.sip.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrafficClassTest {

  @ParameterizedTest
  @CsvSource({"EF,184", "cs3,96", "CS0,0", "AF41,136", "af13,56", "0x68,104", "24,24"})
  void namesAndNumbersAreOctets(String text, int octet) {
    assertThat(TrafficClass.parse(text)).contains(octet);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "CS8", "AF44", "256", "-1", "much"})
  void anythingElseIsNone(String text) {
    assertThat(TrafficClass.parse(text)).isEmpty();
  }
}
