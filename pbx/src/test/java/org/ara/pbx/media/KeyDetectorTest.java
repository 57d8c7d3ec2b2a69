package org.ara.pbx.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyDetectorTest {

  private static final String KEYS = "0123456789*#ABCD";
  private final KeyDetector detector = new KeyDetector();

  private String hear(Codec codec, byte[] frame) {
    Character key = detector.hear(codec, ByteBuffer.wrap(frame), 0, frame.length);
    return key == null ? "" : key.toString();
  }

  private static byte[] silence(Codec codec) {
    byte[] frame = new byte[160];
    Arrays.fill(frame, G711.encoded(codec, (short) 0));
    return frame;
  }

  @ParameterizedTest
  @EnumSource(Codec.class)
  void everyKeyIsHeardOnceForEachPress(Codec codec) {
    StringBuilder heard = new StringBuilder();
    for (char key : (KEYS + "11").toCharArray()) {
      KeyTones tone = KeyTones.of(key);
      for (int i = 0; i < 4; i++) {
        heard.append(hear(codec, tone.next(codec)));
      }
      for (int i = 0; i < 3; i++) {
        heard.append(hear(codec, silence(codec)));
      }
    }
    assertThat(heard).hasToString(KEYS + "11");
    assertThat(detector.isSounding()).isFalse();
  }

  @Test
  void aKeyIsHeardThroughNoise() {
    Random random = new Random(4);
    KeyTones tone = KeyTones.of('7');
    StringBuilder heard = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      byte[] frame = tone.next(Codec.ULAW);
      for (int j = 0; j < frame.length; j++) {
        double noisy = G711.linear(Codec.ULAW, frame[j]) + 800 * random.nextGaussian();
        frame[j] = G711.encoded(Codec.ULAW, (short) noisy);
      }
      heard.append(hear(Codec.ULAW, frame));
    }
    assertThat(heard).hasToString("7");
  }

  @Test
  void otherTonesAndNoiseAreNoKeys() {
    Tone ringing = Tone.ringing();
    Tone busy = Tone.busy();
    Random random = new Random(5);
    StringBuilder heard = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      heard.append(hear(Codec.ALAW, ringing.next(Codec.ALAW)));
      heard.append(hear(Codec.ALAW, busy.next(Codec.ALAW)));
      byte[] noise = new byte[160];
      random.nextBytes(noise);
      heard.append(hear(Codec.ALAW, noise));
    }
    assertThat(heard).isEmpty();
  }
}
