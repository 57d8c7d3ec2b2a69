package org.ara.pbx.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Reference values are those of the tables of ITU-T G.711, with its 14 and 13 bits scaled to 16.
 */
class G711Test {

  @ParameterizedTest
  @CsvSource({
    "0x80, 8031", "0x8F, 4191", "0x9F, 2079", "0xAF, 1023", "0xBF, 495", "0xCF, 231", "0xDF, 99",
    "0xEF, 33", "0xFE, 2", "0xFF, 0", "0x00, -8031", "0x0F, -4191", "0x7E, -2", "0x7F, 0"
  })
  void ulawCodesHaveTheValuesOfTheRecommendation(int code, int value) {
    assertThat(G711.linear(Codec.ULAW, (byte) code)).isEqualTo((short) (value * 4));
  }

  @ParameterizedTest
  @CsvSource({
    "0xAA, 4032",
    "0xA5, 2112",
    "0xB5, 1056",
    "0x85, 528",
    "0x95, 264",
    "0xE5, 132",
    "0xF5, 66",
    "0xD5, 1",
    "0x2A, -4032",
    "0x25, -2112",
    "0x55, -1"
  })
  void alawCodesHaveTheValuesOfTheRecommendation(int code, int value) {
    assertThat(G711.linear(Codec.ALAW, (byte) code)).isEqualTo((short) (value * 8));
  }

  @ParameterizedTest
  @EnumSource(Codec.class)
  void everyCodeComesBackFromItsOwnValue(Codec codec) {
    for (int code = 0; code < 256; code++) {
      byte back = G711.encoded(codec, G711.linear(codec, (byte) code));
      boolean negativeZero = codec == Codec.ULAW && code == 0x7F;
      assertThat(back & 0xFF).as("code %02x", code).isEqualTo(negativeZero ? 0xFF : code);
    }
  }

  @ParameterizedTest
  @EnumSource(Codec.class)
  void everySampleIsEncodedAsOneOfTheTwoNearestValues(Codec codec) {
    for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
      int decoded = G711.linear(codec, G711.encoded(codec, (short) sample));
      int step = Math.max(16, Math.abs(decoded) / 16);
      assertThat(Math.abs(decoded - sample)).as("sample %d", sample).isLessThanOrEqualTo(step);
    }
  }

  @Test
  void largerSamplesNeverGetSmallerValues() {
    for (Codec codec : Codec.values()) {
      int last = Integer.MIN_VALUE;
      for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
        int value = G711.linear(codec, G711.encoded(codec, (short) sample));
        assertThat(value).as("%s %d", codec, sample).isGreaterThanOrEqualTo(last);
        last = value;
      }
    }
  }

  @Test
  void transcodingThereAndBackStaysWithinAStep() {
    for (int code = 0; code < 256; code++) {
      Frame.Audio ulaw = new Frame.Audio(Codec.ULAW, new byte[] {(byte) code}, 7, true);
      Frame.Audio back = Transcoder.to(Codec.ULAW, Transcoder.to(Codec.ALAW, ulaw));
      int before = G711.linear(Codec.ULAW, ulaw.payload()[0]);
      int after = G711.linear(Codec.ULAW, back.payload()[0]);
      assertThat(Math.abs(after - before)).isLessThanOrEqualTo(Math.max(16, Math.abs(before) / 16));
      assertThat(back.timestamp()).isEqualTo(7);
      assertThat(back.marker()).isTrue();
    }
  }

  @Test
  void aFrameOfTheRightEncodingIsHandedOverAsItIs() {
    Frame.Audio frame = new Frame.Audio(Codec.ALAW, new byte[160], 0, false);
    assertThat(Transcoder.to(Codec.ALAW, frame)).isSameAs(frame);
  }
}
