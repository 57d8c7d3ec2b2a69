package org.ara.realtime.cache;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.ara.realtime.Columns;
import org.ara.realtime.Lookup;
import org.ara.realtime.Row;
import org.jspecify.annotations.Nullable;

/** The kept answers of one family, compacted, and how often they were of use. */
public final class FamilyCache {

  private final LookupCache lookups;
  private final LongAdder hits = new LongAdder();
  private final LongAdder negativeHits = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private final LongAdder stale = new LongAdder();
  private volatile Columns columns = new Columns(List.of());

  /**
   * An empty cache.
   *
   * @param maxBytes the most bytes of memory it may take; positive
   */
  public FamilyCache(long maxBytes) {
    this.lookups = new LookupCache(maxBytes);
  }

  /** The answers that are kept. */
  public LookupCache lookups() {
    return lookups;
  }

  /**
   * Keeps an answer.
   *
   * @param question what was asked
   * @param answer found or absent
   * @param source the table that gave it
   * @param readAt when it was asked, in milliseconds of the engine's clock
   * @param ticket of the table's ledger, taken before it was asked
   */
  public void keep(
      Question question,
      Lookup<List<Row>> answer,
      Object source,
      long readAt,
      Ledger.Ticket ticket) {
    lookups.keep(new Kept(question, compact(question, answer), source, readAt, ticket));
  }

  /** Keeps an answer that was read by an earlier run; no change told now can vouch for it. */
  public void restore(Question question, Lookup<List<Row>> answer, long readAt) {
    Ledger.Ticket none = new Ledger.Ticket(-1, -1);
    lookups.keep(new Kept(question, compact(question, answer), this, readAt, none));
  }

  /** Counts an answer that was given without asking. */
  public void countHit(Kept kept) {
    (kept.isNegative() ? negativeHits : hits).increment();
  }

  /** Counts a question that the storage was asked. */
  public void countMiss() {
    misses.increment();
  }

  /** Counts an answer that was given because the storage could not be asked. */
  public void countStale() {
    stale.increment();
  }

  /** What it holds and how it was used so far. */
  public Use use() {
    return new Use(
        lookups.size(),
        lookups.bytes(),
        lookups.maxBytes(),
        hits.sum(),
        negativeHits.sum(),
        misses.sum(),
        stale.sum(),
        lookups.evicted());
  }

  /**
   * What a cache holds and how it was used.
   *
   * @param entries answers that are kept
   * @param bytes about how much memory they take
   * @param maxBytes the most they may take
   * @param hits rows given without asking
   * @param negativeHits times "no such row" was said without asking
   * @param misses questions that the storage was asked
   * @param stale answers given because no storage could be asked
   * @param evicted answers pushed out by others
   */
  public record Use(
      long entries,
      long bytes,
      long maxBytes,
      long hits,
      long negativeHits,
      long misses,
      long stale,
      long evicted) {}

  /** How long ago an answer was read. */
  public static Duration age(Kept kept, long now) {
    return Duration.ofMillis(Math.max(0, now - kept.readAt()));
  }

  private Lookup<?> compact(Question question, Lookup<List<Row>> answer) {
    if (!(answer instanceof Lookup.Found<List<Row>>(List<Row> rows))) {
      return answer;
    }
    if (question.single()) {
      return new Lookup.Found<>(compact(rows.getFirst()));
    }
    return new Lookup.Found<>(rows.stream().map(this::compact).toList());
  }

  private Row compact(Row row) {
    Columns shared = columns;
    if (!shared.equals(row.columns())) {
      shared = row.columns();
      columns = shared;
    }
    return row.compact(shared);
  }

  /** What is kept for a question that comes with its own conditions. */
  public @Nullable Kept find(Question question) {
    return lookups.find(question);
  }

  /** What is kept for one row by equality of one column, with the value as it is stored. */
  public @Nullable Kept find(String column, String value) {
    return lookups.find(column, value);
  }
}
