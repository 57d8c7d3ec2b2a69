package org.ara.testkit.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Objects;
import org.ara.testkit.audio.G711;
import org.ara.testkit.audio.Tone;
import org.junit.jupiter.api.Test;

class EarTest {

  private final Ear ear = new Ear(101);

  @Test
  void lossOrderAndDuplicatesAreBooked() {
    for (int sequence : new int[] {65534, 65535, 1, 0, 0, 4}) {
      ear.take(audio(sequence));
    }
    Heard heard = ear.heard();
    assertThat(heard.packets()).isEqualTo(5);
    assertThat(heard.lost()).isEqualTo(2);
    assertThat(heard.reordered()).isEqualTo(1);
    assertThat(heard.duplicates()).isEqualTo(1);
    assertThat(heard.sources()).isEqualTo(1);
  }

  @Test
  void whatAMouthSaysIsHeard() {
    Mouth mouth = new Mouth(101);
    Tone tone = new Tone(440);
    mouth.play(tone);
    for (int i = 0; i < 12; i++) {
      RtpPacket packet = Objects.requireNonNull(mouth.next(G711.PCMA));
      byte[] wire = packet.encode();
      ear.take(RtpPacket.decode(wire, wire.length));
    }
    assertThat(ear.heard().isNow(tone)).isTrue();
    assertThat(ear.heard().isNow(new Tone(660))).isFalse();
    assertThat(ear.heard().lost()).isZero();
    assertThat(ear.heard().payloadTypes()).containsExactly(8);
  }

  @Test
  void aDigitPressedTwiceIsHeardTwiceThoughItsEndIsSentThreeTimes() {
    Mouth mouth = new Mouth(101);
    "11#".chars().forEach(key -> mouth.press((char) key));
    while (mouth.pressing()) {
      RtpPacket packet = Objects.requireNonNull(mouth.next(G711.PCMU));
      ear.take(packet);
    }
    assertThat(ear.heard().digits()).isEqualTo("11#");
    assertThat(ear.heard().packets()).isZero();
  }

  @Test
  void paddingSourcesAndExtensionsAreSkipped() {
    byte[] wire =
        HexFormat.of()
            .parseHex(
                "b1080001"
                    + "00000002"
                    + "00000003"
                    + "000000aa"
                    + "beef0001"
                    + "00000000"
                    + "d5d5"
                    + "0002");
    assertThat(RtpPacket.decode(wire, wire.length).payload())
        .isEqualTo(HexFormat.of().parseHex("d5d5"));
  }

  @Test
  void whatIsNotRtpIsRefused() {
    assertThatThrownBy(() -> RtpPacket.decode(new byte[12], 12)).hasMessage("RTP version 0");
    assertThatThrownBy(() -> RtpPacket.decode(new byte[3], 3)).hasMessage("RTP packet of 3 bytes");
  }

  private static RtpPacket audio(int sequence) {
    return new RtpPacket(0, false, sequence, 160 * sequence, 42, new byte[160]);
  }
}
