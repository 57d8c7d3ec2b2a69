package org.ara.sip.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing escapes from the codec, whatever is done to its input. */
class MutationTest {
  private static final int MUTATIONS = 30_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void mutatedMessagesNeverThrow(long seed) {
    Random random = new Random(seed);
    List<byte[]> seeds = new ArrayList<>(Torture.messages().stream().map(Torture::bytes).toList());
    for (int i = 0; i < 50; i++) {
      seeds.add(MessageWriter.write(RandomMessages.message(random)));
    }
    for (int i = 0; i < MUTATIONS; i++) {
      CodecProperties.check(mutated(random, seeds));
    }
    assertThat(seeds).hasSize(99);
  }

  private static byte[] mutated(Random random, List<byte[]> seeds) {
    byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
    for (int i = random.nextInt(8); i >= 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = (byte) "\r\n \t;,<>\"\\%:@?=/[]\0".charAt(random.nextInt(19));
        case 2 -> bytes = at == 0 ? bytes : Arrays.copyOf(bytes, at);
        case 3 -> bytes = spliced(bytes, at, seeds.get(random.nextInt(seeds.size())), random);
        default -> bytes = spliced(bytes, at, bytes, random);
      }
    }
    return bytes;
  }

  private static byte[] spliced(byte[] bytes, int at, byte[] other, Random random) {
    int from = random.nextInt(other.length);
    int count = Math.min(random.nextInt(60), other.length - from);
    byte[] result = Arrays.copyOf(bytes, bytes.length + count);
    System.arraycopy(other, from, result, at, count);
    System.arraycopy(bytes, at, result, at + count, bytes.length - at);
    return result;
  }
}
