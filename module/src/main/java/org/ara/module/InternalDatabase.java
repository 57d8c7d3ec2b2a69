package org.ara.module;

import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The server's own small database of families of keys and values, which outlives it. Published as a
 * service by the module that keeps it. Methods block while the disk works.
 */
public interface InternalDatabase {

  /** The value of a key; empty if there is none. */
  Optional<String> get(String family, String key) throws IOException;

  /** Sets a value, which may be empty. */
  void put(String family, String key, String value) throws IOException;

  /** Deletes a key; false if there was none. */
  boolean delete(String family, String key) throws IOException;

  /**
   * Deletes a family, or the keys of it at and below a key.
   *
   * @param key empty for all of the family
   * @return how many keys there were
   */
  int deleteTree(String family, String key) throws IOException;

  /**
   * What there is, by {@code /family/key}, sorted.
   *
   * @param prefix empty for everything, else the start of what is wanted up to a slash
   */
  SortedMap<String, String> tree(String prefix) throws IOException;
}
