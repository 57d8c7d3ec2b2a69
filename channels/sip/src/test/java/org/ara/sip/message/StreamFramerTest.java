package org.ara.sip.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However a stream is cut, the same messages come out. */
class StreamFramerTest {
  private static final MessageParser PARSER = new MessageParser(ParseLimits.DEFAULTS);

  static List<Torture> messages() {
    return Torture.messages();
  }

  @ParameterizedTest
  @MethodSource("messages")
  void aMessageFedByteByByteReadsAsFedAtOnce(Torture torture) {
    assertThat(framed(torture.bytes(), 1))
        .isEqualTo(framed(torture.bytes(), torture.bytes().length));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void manyMessagesCutAtRandomReadTheSame(long seed) {
    Random random = new Random(seed);
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    List<ParseResult> sent = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      SipMessage message = RandomMessages.message(random);
      sent.add(new ParseResult.Parsed(message));
      stream.writeBytes(MessageWriter.write(message));
    }
    List<ParseResult> received = new ArrayList<>();
    StreamFramer framer = new StreamFramer(PARSER, received::add);
    byte[] bytes = stream.toByteArray();
    for (int from = 0; from < bytes.length; ) {
      int count = Math.min(1 + random.nextInt(700), bytes.length - from);
      assertThat(framer.feed(bytes, from, count)).isTrue();
      from += count;
    }
    assertThat(received).isEqualTo(sent);
    assertThat(framer.isIncomplete()).isFalse();
  }

  @Test
  void aBodyThatHasNotComeIsWaitedFor() {
    List<ParseResult> results = new ArrayList<>();
    StreamFramer framer = new StreamFramer(PARSER, results::add);
    byte[] bytes = Torture.named("clerr").bytes();
    assertThat(framer.feed(bytes, 0, bytes.length)).isTrue();
    assertThat(results).isEmpty();
    assertThat(framer.isIncomplete()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ncl", "mcl01"})
  void anUnreadableContentLengthIsAnsweredAndEndsTheConnection(String name) {
    List<ParseResult> results = new ArrayList<>();
    byte[] bytes = Torture.named(name).bytes();
    assertThat(new StreamFramer(PARSER, results::add).feed(bytes, 0, bytes.length)).isFalse();
    assertThat(results).singleElement().isInstanceOf(ParseResult.Malformed.class);
  }

  @Test
  void aHeadWithoutEndDoesNotGrowWithoutBound() {
    List<ParseResult> results = new ArrayList<>();
    StreamFramer framer =
        new StreamFramer(new MessageParser(new ParseLimits(2000, 100, 1000)), results::add);
    byte[] line = "X: y\r\n".getBytes(StandardCharsets.US_ASCII);
    boolean open = true;
    for (int i = 0; i < 2000 && open; i++) {
      open = framer.feed(line, 0, line.length);
    }
    assertThat(open).isFalse();
    assertThat(results).singleElement().isInstanceOf(ParseResult.Dropped.class);
  }

  private static List<String> framed(byte[] bytes, int step) {
    List<String> results = new ArrayList<>();
    StreamFramer framer = new StreamFramer(PARSER, result -> results.add(result.toString()));
    for (int from = 0; from < bytes.length; from += step) {
      framer.feed(bytes, from, Math.min(step, bytes.length - from));
    }
    return results;
  }
}
