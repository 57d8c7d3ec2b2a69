package org.ara.pbx.dialplan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one call was told about extensions kept elsewhere, so that it runs all steps of an extension
 * from one state of the storage. Holds the extensions it passed through last; safe for any number
 * of threads.
 */
public final class CallMemory {

  private static final int MOST = 16;

  private final LinkedHashMap<Object, Memory> memories = new LinkedHashMap<>(4, 0.75f, true);

  private record Memory(String extension, Object value, boolean entered) {}

  /**
   * The call starts the extension of that name from its first step: what it knows from an earlier
   * pass is forgotten, what it was told since is kept.
   */
  public synchronized void begin(String extension) {
    if (memories.isEmpty()) {
      return;
    }
    memories
        .entrySet()
        .removeIf(e -> e.getValue().entered() && e.getValue().extension().equals(extension));
    for (Map.Entry<Object, Memory> entry : memories.entrySet()) {
      Memory memory = entry.getValue();
      if (memory.extension().equals(extension)) {
        entry.setValue(new Memory(extension, memory.value(), true));
      }
    }
  }

  /** What was kept under that key, if it is of that type. */
  public synchronized <T> Optional<T> recall(Object key, Class<T> type) {
    Memory memory = memories.get(key);
    return memory == null || !type.isInstance(memory.value())
        ? Optional.empty()
        : Optional.of(type.cast(memory.value()));
  }

  /**
   * Keeps something about an extension, in place of what was kept under that key.
   *
   * @param key compared with equals
   * @param extension the number as dialled
   */
  public synchronized void keep(Object key, String extension, Object value) {
    Memory before = memories.get(key);
    memories.put(key, new Memory(extension, value, before != null && before.entered()));
    if (memories.size() > MOST) {
      memories.pollFirstEntry();
    }
  }
}
