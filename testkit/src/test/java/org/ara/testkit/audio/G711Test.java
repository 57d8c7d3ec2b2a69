package org.ara.testkit.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class G711Test {

  @ParameterizedTest
  @EnumSource
  void everyCodeIsTheCodeOfItsOwnSample(G711 law) {
    for (int code = 0; code < 256; code++) {
      short sample = law.decode((byte) code);
      short again = law.decode(law.encode(sample));
      assertThat(again).as("code %02x", code).isEqualTo(sample);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSampleComesBackWithinTheStepOfItsSegment(G711 law) {
    for (int sample = -32768; sample <= 32767; sample += 7) {
      int error = Math.abs(law.decode(law.encode(sample)) - sample);
      assertThat(error).as("sample %d", sample).isLessThanOrEqualTo(Math.abs(sample) / 16 + 16);
    }
  }

  /** The ends and the middle of the tables of ITU-T G.711. */
  @ParameterizedTest
  @CsvSource({
    "PCMU, 0xff, 0", "PCMU, 0x80, 32124", "PCMU, 0x00, -32124", "PCMU, 0x7e, -8",
    "PCMA, 0xd5, 8", "PCMA, 0x55, -8", "PCMA, 0xaa, 32256", "PCMA, 0x2a, -32256"
  })
  void knownCodesHaveTheirKnownValues(G711 law, int code, int sample) {
    assertThat(law.decode((byte) code)).isEqualTo((short) sample);
  }
}
