package org.ara.sip.peer;

import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps a complaint from being made again with every request: remembers the last ones made. */
public final class Repeats {

  private static final int REMEMBERED = 1000;

  private final Map<String, Boolean> made =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Whether this complaint was not made lately; it then counts as made. */
  public synchronized boolean isNew(String complaint) {
    return made.put(complaint, true) == null;
  }
}
