package org.ara.sip;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ara.module.InternalDatabase;

/** An internal database that outlives the driver, not the test. */
final class DatabaseInMemory implements InternalDatabase {

  private final TreeMap<String, String> entries = new TreeMap<>();

  private static String path(String family, String key) {
    return "/" + family + "/" + key;
  }

  @Override
  public synchronized Optional<String> get(String family, String key) {
    return Optional.ofNullable(entries.get(path(family, key)));
  }

  @Override
  public synchronized void put(String family, String key, String value) {
    entries.put(path(family, key), value);
  }

  @Override
  public synchronized boolean delete(String family, String key) {
    return entries.remove(path(family, key)) != null;
  }

  @Override
  public synchronized int deleteTree(String family, String key) {
    int before = entries.size();
    entries.keySet().removeIf(path -> path.startsWith("/" + family + "/" + key));
    return before - entries.size();
  }

  @Override
  public synchronized SortedMap<String, String> tree(String prefix) {
    TreeMap<String, String> found = new TreeMap<>(entries);
    found.keySet().removeIf(path -> !path.startsWith(prefix));
    return found;
  }
}
