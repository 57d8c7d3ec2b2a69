package org.ara.manager.ami.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What holds for any bytes at all. */
final class FramerProperties {

  private static final byte[] LIKELY =
      "Action: Ping\r\n\r\n:\n\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  private FramerProperties() {}

  static byte[] someBytes(Random random) {
    byte[] bytes = new byte[random.nextInt(4000)];
    random.nextBytes(bytes);
    for (int i = 0; i < bytes.length; i++) {
      if (random.nextInt(3) > 0) {
        bytes[i] = LIKELY[random.nextInt(LIKELY.length)];
      }
    }
    return bytes;
  }

  static void check(byte[] bytes) {
    List<Inbound> whole = new ArrayList<>();
    new MessageFramer().feed(bytes, whole::add);
    List<Inbound> pieces = new ArrayList<>();
    MessageFramer framer = new MessageFramer();
    for (int at = 0; at < bytes.length; at += 7) {
      framer.feed(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 7)), pieces::add);
    }
    assertThat(pieces).isEqualTo(whole);
    for (Inbound message : whole) {
      assertThat(message.headers()).hasSizeLessThanOrEqualTo(MessageFramer.MAX_LINES);
      message
          .headers()
          .forEach(
              header ->
                  assertThat(header.line())
                      .doesNotContain("\r", "\n")
                      .hasSizeLessThanOrEqualTo(MessageFramer.MAX_LINE + 2));
    }
  }
}
