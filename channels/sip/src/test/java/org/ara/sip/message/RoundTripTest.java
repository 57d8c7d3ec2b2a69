package org.ara.sip.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written reads back as the same value. */
class RoundTripTest {
  private static final MessageParser PARSER = new MessageParser(ParseLimits.DEFAULTS);

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void aWrittenMessageReadsBackEqual(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      SipMessage message = RandomMessages.message(random);
      assertThat(PARSER.parse(MessageWriter.write(message)))
          .isEqualTo(new ParseResult.Parsed(message));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22})
  void typedValuesReadBackEqual(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      SipRequest request = RandomMessages.request(random);
      assertThat(Uri.parse(request.uri().toString())).isEqualTo(request.uri());
      assertThat(NameAddress.parse(request.to().toString())).isEqualTo(request.to());
      assertThat(Via.parse(request.topVia().toString())).isEqualTo(request.topVia());
      request.contacts().forEach(c -> assertThat(NameAddress.parse(c.toString())).isEqualTo(c));
    }
  }
}
