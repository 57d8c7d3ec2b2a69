package org.ara.manager.ami.wire;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any bytes at all go through the framer. In the build some are made up; with {@code JAZZER_FUZZ=1}
 * in the environment Jazzer goes on from them.
 */
class MessageFramerFuzzTest {

  static Stream<byte[]> seeds() {
    Random random = new Random(1);
    return Stream.generate(() -> FramerProperties.someBytes(random)).limit(20);
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void anyBytesGoThroughTheFramer(byte[] bytes) {
    FramerProperties.check(bytes);
  }
}
