package org.ara.sip.message;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any octets at all go through the codec. In the build the torture messages are its inputs; with
 * {@code JAZZER_FUZZ=1} in the environment Jazzer goes on from them.
 */
class MessageParserFuzzTest {
  static Stream<byte[]> seeds() {
    return Torture.messages().stream().map(Torture::bytes);
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void anyOctetsGoThroughTheCodec(byte[] octets) {
    CodecProperties.check(octets);
  }
}
