package org.ara.bench.lookup;

/** The names of the peers that are looked up: numbers, which pgbench can make as well. */
final class Peers {

  static final int FIRST = 100_000;

  private Peers() {}

  static String name(int index) {
    return Integer.toString(FIRST + index);
  }
}
