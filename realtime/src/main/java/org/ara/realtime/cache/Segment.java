package org.ara.realtime.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A part of a {@link LookupCache}: chains that readers walk without a lock while one writer at a
 * time changes them. An entry that is taken out keeps its link, so that a reader standing on it
 * goes on, and a new answer takes the very place of the earlier one. Only growing moves entries to
 * other chains; a reader who found nothing meanwhile looks again under the lock.
 */
@SuppressWarnings("NonAtomicVolatileUpdate") // all of them under the lock
final class Segment {

  private static final int FIRST_SIZE = 16;
  private static final int LONGEST_CHAIN = 24;

  private final long maxBytes;
  private volatile AtomicReferenceArray<@Nullable Kept> chains =
      new AtomicReferenceArray<>(FIRST_SIZE);
  private volatile int size;
  private volatile long bytes;
  private volatile long evicted;
  private volatile long kept;
  private volatile int moves;
  private int hand;

  Segment(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  int size() {
    return size;
  }

  long bytes() {
    return bytes + 4L * chains.length();
  }

  long evicted() {
    return evicted;
  }

  /** How many answers were put in so far. */
  long kept() {
    return kept;
  }

  @Nullable Kept find(int hash, String column, String value) {
    int before = moves;
    Kept found = walk(hash, column, value);
    return found == null && moved(before) ? findStill(hash, column, value) : found;
  }

  @Nullable Kept find(Question question) {
    int before = moves;
    Kept found = walk(question);
    return found == null && moved(before) ? findStill(question) : found;
  }

  private synchronized @Nullable Kept findStill(int hash, String column, String value) {
    return walk(hash, column, value);
  }

  private synchronized @Nullable Kept findStill(Question question) {
    return walk(question);
  }

  private @Nullable Kept walk(int hash, String column, String value) {
    AtomicReferenceArray<@Nullable Kept> seen = chains;
    for (Kept at = seen.get(index(seen, hash)); at != null; at = at.next()) {
      if (at.answers(hash, column, value)) {
        at.use();
        return at;
      }
    }
    return null;
  }

  private @Nullable Kept walk(Question question) {
    AtomicReferenceArray<@Nullable Kept> seen = chains;
    for (Kept at = seen.get(index(seen, question.hash())); at != null; at = at.next()) {
      if (at.answers(question)) {
        at.use();
        return at;
      }
    }
    return null;
  }

  /** Whether entries were moved since, or are being moved: their number is odd meanwhile. */
  private boolean moved(int before) {
    return (before & 1) != 0 || moves != before;
  }

  synchronized void put(Kept entry) {
    kept++;
    int index = index(chains, entry.hash());
    if (entry.bytes() > maxBytes) {
      place(index, entry, null);
      return;
    }
    if (!place(index, entry, entry)) {
      entry.link(chains.get(index));
      chains.set(index, entry);
    }
    size++;
    bytes += entry.bytes();
    shorten(index);
    while (bytes > maxBytes) {
      advance();
    }
    if (size > chains.length()) {
      grow();
    }
  }

  /** All that is kept at one moment. */
  synchronized List<Kept> all() {
    List<Kept> all = new ArrayList<>(size);
    for (int i = 0; i < chains.length(); i++) {
      for (Kept at = chains.get(i); at != null; at = at.next()) {
        all.add(at);
      }
    }
    return all;
  }

  /** Puts an entry, or nothing, in the place of the one for the same question, if there is one. */
  private boolean place(int index, Kept same, @Nullable Kept successor) {
    Kept before = null;
    for (Kept at = chains.get(index); at != null; at = at.next()) {
      if (at.answersLike(same)) {
        if (successor != null) {
          successor.link(at.next());
        }
        Kept follower = successor == null ? at.next() : successor;
        if (before == null) {
          chains.set(index, follower);
        } else {
          before.link(follower);
        }
        forget(at);
        return true;
      }
      before = at;
    }
    return false;
  }

  private void shorten(int index) {
    Kept last = chains.get(index);
    for (int i = 1; last != null && i < LONGEST_CHAIN; i++) {
      last = last.next();
    }
    Kept surplus = last == null ? null : last.next();
    if (last != null && surplus != null) {
      last.link(null);
      for (; surplus != null; surplus = surplus.next()) {
        forget(surplus);
        evicted++;
      }
    }
  }

  /** Moves the clock hand over one chain, taking out what was not used since it came by. */
  private void advance() {
    hand = (hand + 1) & (chains.length() - 1);
    Kept before = null;
    for (Kept at = chains.get(hand); at != null && bytes > maxBytes; at = at.next()) {
      if (at.takeUsed()) {
        before = at;
      } else {
        if (before == null) {
          chains.set(hand, at.next());
        } else {
          before.link(at.next());
        }
        forget(at);
        evicted++;
      }
    }
  }

  private void forget(Kept entry) {
    size--;
    bytes -= entry.bytes();
  }

  /**
   * Doubles the table; links only ever lead to entries moved before, so that nobody walks round.
   */
  private void grow() {
    moves++;
    AtomicReferenceArray<@Nullable Kept> old = chains;
    AtomicReferenceArray<@Nullable Kept> larger = new AtomicReferenceArray<>(old.length() * 2);
    for (int i = 0; i < old.length(); i++) {
      Kept at = old.get(i);
      while (at != null) {
        Kept next = at.next();
        int index = index(larger, at.hash());
        at.link(larger.get(index));
        larger.set(index, at);
        at = next;
      }
    }
    chains = larger;
    moves++;
  }

  private static int index(AtomicReferenceArray<?> chains, int hash) {
    return hash & (chains.length() - 1);
  }
}
