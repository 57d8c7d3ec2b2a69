package org.ara.sip.defence;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Accounts of addresses in a table of fixed size; where it is full, an address that is not trusted
 * makes room. IPv6 addresses of one /64 are one address: whoever has one has them all. Safe for any
 * number of threads.
 */
final class Sources {

  private static final int WAYS = 4;
  private static final long IPV4 = 1L << 32;

  private final @Nullable Source[] slots;
  private final long seed;

  /**
   * An empty table.
   *
   * @param capacity a power of two
   * @param random makes the places unforeseeable
   */
  Sources(int capacity, RandomGenerator random) {
    this.slots = new Source[capacity];
    this.seed = random.nextLong();
  }

  /** Does something with the account of an address. */
  synchronized <T> T with(InetAddress address, long now, Function<Source, T> action) {
    Source source = find(key(address));
    source.seen(now);
    return action.apply(source);
  }

  private Source find(long key) {
    int first = (int) (mix(key ^ seed) & (slots.length - 1)) / WAYS * WAYS;
    Source weakest = null;
    for (int i = first; i < first + WAYS; i++) {
      Source source = slots[i];
      if (source == null) {
        source = new Source();
        slots[i] = source;
      }
      if (source.is(key)) {
        return source;
      }
      if (weakest == null || source.yieldsBefore(weakest)) {
        weakest = source;
      }
    }
    if (weakest == null) {
      throw new IllegalStateException("a table has at least one place for every key");
    }
    weakest.become(key);
    return weakest;
  }

  /** The address as a number, exact for IPv4; the prefixes that IPv4 takes are not given out. */
  static long key(InetAddress address) {
    ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
    return bytes.remaining() == Integer.BYTES
        ? IPV4 | Integer.toUnsignedLong(bytes.getInt())
        : bytes.getLong();
  }

  /** Spreads the bits of a number (the finisher of SplitMix64). */
  static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
