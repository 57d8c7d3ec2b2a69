package org.ara.pbx.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.ara.pbx.HangupCause;
import org.ara.pbx.testing.TestExchange;
import org.ara.pbx.testing.TestLeg;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaybackTest {

  @TempDir Path directory;
  private Path sounds;

  @BeforeEach
  void makeDirectory() throws IOException {
    sounds = Files.createDirectories(directory.resolve("sounds"));
  }

  private TestExchange playing(String arguments) {
    return TestExchange.with(
        directory,
        "[phones]\nexten => 600,1,Playback(%s)\nsame => n,NoOp(${PLAYBACKSTATUS})\n"
            .formatted(arguments));
  }

  private static byte[] heard(TestLeg leg) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Frame frame : leg.heard()) {
      all.writeBytes(((Frame.Audio) frame).payload());
    }
    return all.toByteArray();
  }

  private static byte[] codes(int count) {
    byte[] codes = new byte[count];
    for (int i = 0; i < count; i++) {
      codes[i] = (byte) (i * 7 & 0x7E);
    }
    return codes;
  }

  private static byte[] linear(byte[] ulaw) {
    ByteBuffer samples = ByteBuffer.allocate(ulaw.length * 2).order(ByteOrder.LITTLE_ENDIAN);
    for (byte code : ulaw) {
      samples.putShort(G711.linear(Codec.ULAW, code));
    }
    return samples.array();
  }

  private static byte[] wav(byte[] samples, int rate) {
    ByteBuffer file = ByteBuffer.allocate(56 + samples.length).order(ByteOrder.LITTLE_ENDIAN);
    file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(48 + samples.length);
    file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    file.putShort((short) 1).putShort((short) 1).putInt(rate).putInt(rate * 2);
    file.putShort((short) 2).putShort((short) 16);
    file.put("LIST".getBytes(StandardCharsets.US_ASCII)).putInt(3).putInt(0);
    file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(samples.length).put(samples);
    return file.array();
  }

  @Test
  void anUlawFileArrivesUnchangedInFramesOf20Milliseconds() throws IOException {
    byte[] codes = codes(400);
    Files.write(sounds.resolve("hello.ulaw"), codes);
    TestExchange exchange = playing("hello");
    TestLeg caller = exchange.untilGone(exchange.call("600"));
    assertThat(heard(caller)).isEqualTo(codes);
    assertThat(caller.heard())
        .extracting(frame -> ((Frame.Audio) frame).timestamp())
        .containsExactly(0, 160, 320);
    assertThat(caller.heard())
        .extracting(frame -> ((Frame.Audio) frame).marker())
        .containsExactly(true, false, false);
    assertThat(caller.asked()).startsWith("answer");
    assertThat(exchange.steps(caller.channel())).endsWith("NoOp(SUCCESS)");
  }

  @Test
  void linearFilesWithAndWithoutHeaderAreEncoded() throws IOException {
    byte[] codes = codes(160);
    Files.write(sounds.resolve("one.sln"), linear(codes));
    Files.write(sounds.resolve("two.wav"), wav(linear(codes), 8000));
    TestExchange exchange = playing("one&two");
    TestLeg caller = exchange.untilGone(exchange.call("600"));
    byte[] both = Arrays.copyOf(codes, 320);
    System.arraycopy(codes, 0, both, 160, 160);
    assertThat(heard(caller)).isEqualTo(both);
  }

  @Test
  void theFileOfTheChannelsOwnEncodingIsPreferred() throws IOException {
    byte[] codes = codes(160);
    Files.write(sounds.resolve("hello.ulaw"), new byte[160]);
    Files.write(sounds.resolve("hello.alaw"), codes);
    TestExchange exchange = playing("hello");
    TestLeg caller = exchange.phones().call("100", Codec.ALAW, "phones", "600");
    assertThat(heard(exchange.untilGone(caller))).isEqualTo(codes);
  }

  @Test
  void theLanguageOfTheChannelComesFirst() throws IOException {
    byte[] codes = codes(160);
    Files.createDirectories(sounds.resolve("en"));
    Files.write(sounds.resolve("hello.ulaw"), new byte[160]);
    Files.write(sounds.resolve("en/hello.ulaw"), codes);
    TestExchange exchange = playing("hello");
    assertThat(heard(exchange.untilGone(exchange.call("600")))).isEqualTo(codes);
  }

  @Test
  void aMissingFileFailsButTheOthersArePlayed() throws IOException {
    Files.write(sounds.resolve("hello.ulaw"), codes(160));
    TestExchange exchange = playing("nosuch&hello");
    TestLeg caller = exchange.untilGone(exchange.call("600"));
    assertThat(caller.heard()).hasSize(1);
    assertThat(exchange.steps(caller.channel())).endsWith("NoOp(FAILED)");
  }

  @Test
  void filesThatAreNotWhatTheySayFail() throws IOException {
    Files.write(sounds.resolve("fast.wav"), wav(new byte[320], 16_000));
    Files.writeString(sounds.resolve("text.wav"), "not a sound at all, but long enough to be one");
    Files.write(sounds.resolve("short.wav"), new byte[3]);
    for (String name : new String[] {"fast", "text", "short"}) {
      TestExchange exchange = playing(name);
      TestLeg caller = exchange.untilGone(exchange.call("600"));
      assertThat(exchange.steps(caller.channel())).as(name).endsWith("NoOp(FAILED)");
      assertThat(caller.heard()).isEmpty();
    }
  }

  @Test
  void namesDoNotLeaveTheDirectory() throws IOException {
    Files.write(directory.resolve("secret.ulaw"), codes(160));
    TestExchange exchange = playing("../secret");
    assertThat(exchange.run("600")).endsWith("NoOp(FAILED)");
  }

  @Test
  void optionsSayWhatHappensToACallThatIsNotAnswered() throws IOException {
    Files.write(sounds.resolve("hello.ulaw"), codes(160));
    TestExchange skipping = playing("hello,skip");
    TestLeg skipped = skipping.untilGone(skipping.call("600"));
    assertThat(skipped.heard()).isEmpty();
    TestExchange early = playing("hello,noanswer");
    TestLeg caller = early.untilGone(early.call("600"));
    assertThat(caller.heard()).hasSize(1);
    assertThat(caller.asked()).startsWith("progress").doesNotContain("answer");
  }

  @Test
  void aHangupEndsALongSound() throws IOException {
    Files.write(sounds.resolve("hour.ulaw"), new byte[8000 * 3600]);
    TestExchange exchange = playing("hour");
    TestLeg caller = exchange.call("600").untilUp();
    caller.hangsUp(HangupCause.NORMAL_CLEARING);
    exchange.untilGone(caller);
    assertThat(exchange.steps(caller.channel())).hasSize(1);
  }
}
