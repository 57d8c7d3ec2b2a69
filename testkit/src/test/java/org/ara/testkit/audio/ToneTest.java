package org.ara.testkit.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ToneTest {

  private static final Tone A = new Tone(440);
  private static final Tone E = new Tone(660);

  @ParameterizedTest
  @EnumSource
  void aToneIsRecognisedThroughEitherLaw(G711 law) {
    short[] heard = law.decode(law.encode(A.samples(12345, 1600)));
    assertThat(A.fills(heard)).isTrue();
    assertThat(E.fills(heard)).isFalse();
  }

  @Test
  void silenceAndNoiseAreNoTone() {
    Random random = new Random(7);
    short[] noise = new short[1600];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (short) (random.nextGaussian() * 4000);
    }
    assertThat(A.fills(new short[1600])).isFalse();
    assertThat(A.fills(noise)).isFalse();
  }

  @Test
  void aToneWithGapsIsNotTheTone() {
    short[] heard = A.samples(0, 1600);
    for (int i = 0; i < heard.length; i++) {
      if (i / 160 % 2 == 0) {
        heard[i] = 0;
      }
    }
    assertThat(A.fills(heard)).isFalse();
  }

  @Test
  void stretchesJoinWithoutAClick() {
    short[] whole = A.samples(0, 320);
    assertThat(A.samples(160, 160)).isEqualTo(java.util.Arrays.copyOfRange(whole, 160, 320));
  }
}
