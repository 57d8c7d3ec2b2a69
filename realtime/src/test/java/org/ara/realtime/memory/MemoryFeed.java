package org.ara.realtime.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.ara.realtime.Field;
import org.ara.realtime.spi.ChangeFeed;

/** A change feed whose changes are told when a test says so, in order. */
public final class MemoryFeed implements ChangeFeed {

  private final List<String> keyColumns;
  private final List<Listener> listeners = new ArrayList<>();
  private final Deque<List<Map<String, String>>> pending = new ArrayDeque<>();
  private boolean live;

  public MemoryFeed(String... keyColumns) {
    this.keyColumns = List.of(keyColumns);
  }

  @Override
  public synchronized Subscription listen(Listener listener) {
    listeners.add(listener);
    if (live) {
      listener.live(keyColumns);
    } else {
      listener.lost("memory: not begun; begin it");
    }
    return () -> {
      synchronized (this) {
        listeners.remove(listener);
      }
    };
  }

  /** How many listen. */
  public synchronized int listeners() {
    return listeners.size();
  }

  /** From now on changes are told, or wait to be. */
  public synchronized void begin() {
    live = true;
    listeners.forEach(listener -> listener.live(keyColumns));
  }

  /** Changes that were not told yet never will be. */
  public synchronized void lose() {
    live = false;
    pending.clear();
    listeners.forEach(listener -> listener.lost("memory: lost; begin it again"));
  }

  /** How many changes wait to be told. */
  public synchronized int pending() {
    return pending.size();
  }

  /** Tells the oldest change. */
  public synchronized void tell() {
    for (Map<String, String> row : pending.removeFirst()) {
      for (Listener listener : listeners) {
        if (keyColumns.isEmpty()) {
          listener.changedAnywhere();
        } else {
          listener.changed(
              keyColumns.stream()
                  .map(name -> new Field(name, row.getOrDefault(name, "")))
                  .toList());
        }
      }
    }
  }

  /** Tells all changes. */
  public synchronized void tellAll() {
    while (!pending.isEmpty()) {
      tell();
    }
  }

  /** A change was made: the rows as they were and as they are. */
  synchronized void committed(List<Map<String, String>> rows) {
    if (live) {
      pending.add(rows);
    }
  }
}
