package org.ara.sip.defence;

import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.random.RandomGenerator;

/**
 * Who proved a password from where, so that others who guess from the same address don't keep them
 * out. A table of fixed size: an entry may be overwritten, never wrongly there but for the odds of
 * 64 bits. Safe for any number of threads.
 */
final class ProvenNames {

  private final AtomicLongArray places;
  private final long seed;

  /**
   * An empty table.
   *
   * @param capacity a power of two
   */
  ProvenNames(int capacity, RandomGenerator random) {
    this.places = new AtomicLongArray(capacity);
    this.seed = random.nextLong();
  }

  void add(InetAddress source, String name) {
    long entry = entry(source, name);
    places.set(place(entry), entry);
  }

  boolean contains(InetAddress source, String name) {
    long entry = entry(source, name);
    return places.get(place(entry)) == entry;
  }

  /** Whoever fails is not let through unseen again. */
  void remove(InetAddress source, String name) {
    long entry = entry(source, name);
    places.compareAndSet(place(entry), entry, 0);
  }

  private int place(long entry) {
    return (int) (entry & (places.length() - 1));
  }

  private long entry(InetAddress source, String name) {
    long hash = Sources.mix(seed ^ Sources.key(source));
    for (int i = 0; i < name.length(); i++) {
      hash = Sources.mix(hash + name.charAt(i));
    }
    return hash == 0 ? 1 : hash;
  }
}
