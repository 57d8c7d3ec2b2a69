package org.ara.realtime.engine;

import java.util.List;
import java.util.function.Function;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.ara.realtime.Row;
import org.ara.realtime.cache.FamilyCache;
import org.ara.realtime.cache.Kept;
import org.ara.realtime.cache.Ledger;
import org.ara.realtime.cache.Question;
import org.ara.realtime.policy.OnOutage;
import org.ara.realtime.spi.Table;
import org.jspecify.annotations.Nullable;

/** How a question travels: kept answers first, then one mapping after the other. */
final class Reading {

  private final Clock clock;

  Reading(Clock clock) {
    this.clock = clock;
  }

  /** The kept answer to a question for one row, if it may be given without asking; or null. */
  @Nullable Lookup<Row> known(Family family, String column, String value) {
    FamilyCache cache = family.cache();
    Kept kept = cache == null ? null : cache.find(column, value);
    if (cache == null || kept == null || !family.trusts(kept, clock)) {
      return null;
    }
    cache.countHit(kept);
    return kept.row();
  }

  /** The first row. */
  Lookup<Row> one(Family family, Question question, Trace trace) {
    return answer(family, question, trace, Kept::row, Reading::first);
  }

  /** All rows. */
  Lookup<List<Row>> all(Family family, Question question) {
    return answer(family, question, Trace.NONE, Kept::rows, rows -> rows);
  }

  /** Asks one mapping after the other for something that is not kept. */
  <T> Lookup<T> ask(Family family, Function<Table, Lookup<T>> operation) {
    Outages outages = new Outages();
    for (Route route : family.routes()) {
      Lookup<T> answer = route.ask(family.policy().deadline(), operation, Lookup.Unavailable::new);
      if (!(answer instanceof Lookup.Unavailable<T>(Outage outage))) {
        return answer;
      }
      outages.add(outage);
      if (family.policy().onOutage() == OnOutage.FAIL) {
        break;
      }
    }
    return new Lookup.Unavailable<>(outages.all());
  }

  private <T> Lookup<T> answer(
      Family family,
      Question question,
      Trace trace,
      Function<Kept, Lookup<T>> whole,
      Function<Lookup<List<Row>>, Lookup<T>> part) {
    FamilyCache cache = family.cache();
    if (cache == null) {
      return part.apply(askFor(family, question, null, trace));
    }
    Kept kept = cache.find(question);
    boolean trusted = kept != null && family.trusts(kept, clock);
    trace.looked(kept, trusted);
    if (kept != null && trusted) {
      cache.countHit(kept);
      return whole.apply(kept);
    }
    cache.countMiss();
    Kept copy = family.allowsStale(kept, clock) ? kept : null;
    Lookup<List<Row>> answer = askFor(family, question, copy, trace);
    if (copy != null && answer instanceof Lookup.Unavailable) {
      cache.countStale();
      trace.gave(copy);
      return part.apply(family.amended(copy));
    }
    return part.apply(answer);
  }

  /**
   * Asks one mapping after the other.
   *
   * @param copy what is given if all are unavailable; with it nobody waits for a storage that is
   *     known to be away
   */
  private Lookup<List<Row>> askFor(
      Family family, Question question, @Nullable Kept copy, Trace trace) {
    Outages outages = new Outages();
    for (Route route : family.routes()) {
      trace.tries(route);
      Lookup<List<Row>> answer = askFor(family, route, question, copy != null, trace);
      if (!(answer instanceof Lookup.Unavailable<List<Row>>(Outage outage))) {
        return answer;
      }
      outages.add(outage);
      if (family.policy().onOutage() == OnOutage.FAIL) {
        break;
      }
    }
    return new Lookup.Unavailable<>(outages.all());
  }

  private Lookup<List<Row>> askFor(
      Family family, Route route, Question question, boolean hasCopy, Trace trace) {
    Storage storage = route.storage();
    Outage known = storage == null ? null : storage.availability().outage();
    if (known != null && hasCopy) {
      trace.passedOver(known);
      return new Lookup.Unavailable<>(known);
    }
    Lookup<List<Row>> answer =
        route.read(
            family.policy().deadline(), table -> select(family, storage, table, question, trace));
    trace.answered(answer);
    if (storage != null
        && family.policy().onOutage() == OnOutage.STALE
        && answer instanceof Lookup.Unavailable<List<Row>>(Outage(Outage.Kind kind, String why))
        && kind == Outage.Kind.UNREACHABLE) {
      storage
          .availability()
          .lost(new Outage(kind, why), () -> Trace.NONE.select(storage.table(), question));
    }
    return answer;
  }

  /** Reads, and keeps what was read; also where its caller has given up waiting meanwhile. */
  private Lookup<List<Row>> select(
      Family family, @Nullable Storage storage, Table table, Question question, Trace trace) {
    FamilyCache cache = family.cache();
    if (cache == null || storage == null) {
      return trace.select(table, question);
    }
    Ledger.Ticket ticket = storage.ledger().begin(question.conditions());
    long readAt = clock.millis();
    Lookup<List<Row>> answer = trace.select(table, question);
    if (!(answer instanceof Lookup.Unavailable)) {
      cache.keep(question, answer, storage, readAt, ticket);
    }
    return answer;
  }

  private static Lookup<Row> first(Lookup<List<Row>> rows) {
    return rows.map(List::getFirst);
  }
}
