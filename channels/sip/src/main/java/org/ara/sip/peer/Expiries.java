package org.ara.sip.peer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * When the registrations that this server knows of end, by peer. A renewal costs no more than a
 * number: a peer stands in the queue of the second in which its registration was to end, and is put
 * into a later one when that comes. Safe for any number of threads.
 */
public final class Expiries {

  /** How long after its end a registration still has time to be renewed. */
  static final long GRACE_SECONDS = 10;

  private final ConcurrentMap<String, Long> ends = new ConcurrentHashMap<>();
  private final ConcurrentSkipListMap<Long, Queue<String>> queues = new ConcurrentSkipListMap<>();

  /**
   * A registration that ended.
   *
   * @param name of the peer
   * @param second the Unix time at which it ended
   */
  public record Ended(String name, long second) {}

  /** A peer registered until then. */
  void renewed(String name, Instant end) {
    long second = end.getEpochSecond();
    Long before = ends.put(name, second);
    if (before == null || second < before) {
      queue(name, second);
    }
  }

  /** A peer was found to be registered until then, by whatever server. */
  void seen(String name, Instant end) {
    long second = end.getEpochSecond();
    if (second > 0 && ends.putIfAbsent(name, second) == null) {
      queue(name, second);
    }
  }

  /** A peer's registration is no longer of interest. */
  void forget(String name) {
    ends.remove(name);
  }

  /** An ended one could not be dealt with: it comes again a minute later. */
  void again(Ended ended, Instant now) {
    if (ends.putIfAbsent(ended.name(), ended.second()) == null) {
      queue(ended.name(), now.getEpochSecond() + 60);
    }
  }

  /** Takes out what has ended and was not renewed in time. */
  public List<Ended> due(Instant now) {
    List<Ended> due = new ArrayList<>();
    long latest = now.getEpochSecond() - GRACE_SECONDS;
    while (true) {
      Map.Entry<Long, Queue<String>> first = queues.firstEntry();
      if (first == null || first.getKey() > latest) {
        return due;
      }
      queues.remove(first.getKey());
      for (String name : first.getValue()) {
        take(name, latest, due);
      }
    }
  }

  private void take(String name, long latest, List<Ended> due) {
    Long end = ends.get(name);
    if (end == null) {
      return;
    }
    if (end > latest) {
      queue(name, end);
    } else if (ends.remove(name, end)) {
      due.add(new Ended(name, end));
    } else {
      take(name, latest, due); // it was renewed just now
    }
  }

  /** How many registrations it knows of. */
  public int size() {
    return ends.size();
  }

  private void queue(String name, long second) {
    queues.compute(
        second,
        (_, names) -> {
          Queue<String> queue = names == null ? new ConcurrentLinkedQueue<>() : names;
          queue.add(name);
          return queue;
        });
  }
}
