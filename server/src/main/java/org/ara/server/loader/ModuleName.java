package org.ara.server.loader;

import java.util.Locale;

/**
 * A module's name as the loader compares it: lower case, without {@code .so}.
 *
 * @param key what is compared
 */
record ModuleName(String key) implements Comparable<ModuleName> {

  private static final String SUFFIX = ".so";

  /** The name that a file or an operator means, with or without {@code .so}, in any case. */
  static ModuleName of(String written) {
    String key = written.strip().toLowerCase(Locale.ROOT);
    return new ModuleName(
        key.endsWith(SUFFIX) ? key.substring(0, key.length() - SUFFIX.length()) : key);
  }

  /** {@code chan_sip.so}, as {@code module show} lists it. */
  String file() {
    return key + SUFFIX;
  }

  @Override
  public int compareTo(ModuleName other) {
    return key.compareTo(other.key);
  }

  @Override
  public String toString() {
    return key;
  }
}
