package org.ara.realtime.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ara.realtime.Lookup;
import org.ara.realtime.Mapping;
import org.ara.realtime.Outage;
import org.ara.realtime.Row;
import org.ara.realtime.cache.FamilyCache;
import org.ara.realtime.cache.Kept;
import org.ara.realtime.cache.Question;
import org.ara.realtime.spi.Explained;
import org.ara.realtime.spi.Table;
import org.ara.realtime.status.Explanation;
import org.ara.realtime.status.Explanation.Source;
import org.ara.realtime.status.Explanation.Step;
import org.jspecify.annotations.Nullable;

/** Writes down the way of one question. */
final class Recording implements Trace {

  private final Clock clock;
  private final long began = System.nanoTime();
  private final List<Step> steps = new ArrayList<>();
  private String kept = "";
  private Source source = Source.NOBODY;
  private Duration age = Duration.ZERO;
  private String place = "";
  private long tried;
  private @Nullable Explained told;

  Recording(Clock clock) {
    this.clock = clock;
  }

  /** The whole way, once the answer is there. */
  synchronized Explanation of(Lookup<Row> answer) {
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    return new Explanation(answer, source, age, took, kept, steps);
  }

  @Override
  public Lookup<List<Row>> select(Table table, Question question) {
    String orderBy = question.conditions().getFirst().column();
    Explained explained = table.explain(question.conditions(), orderBy, question.single() ? 1 : 0);
    synchronized (this) {
      told = explained;
    }
    return explained.answer();
  }

  @Override
  public synchronized void looked(@Nullable Kept found, boolean trusted) {
    if (found == null) {
      kept = "nothing is kept for this question";
      return;
    }
    Duration old = FamilyCache.age(found, clock.millis());
    kept =
        (found.isNegative() ? "no row" : "a row")
            + " is kept, read "
            + inWords(old)
            + " ago"
            + (found.isRestored() ? " by an earlier run" : "")
            + (trusted ? "" : ", not trusted");
    if (trusted) {
      source = Source.CACHE;
      age = old;
    }
  }

  @Override
  public synchronized void tries(Route route) {
    Mapping mapping = route.mapping();
    place =
        mapping.priority()
            + ". "
            + mapping.driver()
            + ","
            + mapping.database()
            + ","
            + mapping.table();
    tried = System.nanoTime();
    told = null;
  }

  @Override
  public synchronized void answered(Lookup<List<Row>> answer) {
    String outcome =
        switch (answer) {
          case Lookup.Found<List<Row>>(List<Row> rows) ->
              rows.size() == 1 ? "found" : rows.size() + " rows";
          case Lookup.Absent<List<Row>>() -> "no row";
          case Lookup.Unavailable<List<Row>>(Outage(Outage.Kind kind, String message)) -> message;
        };
    step(outcome);
    if (!(answer instanceof Lookup.Unavailable)) {
      source = Source.STORAGE;
    }
  }

  @Override
  public synchronized void passedOver(Outage outage) {
    step("not asked, known to be away: " + outage.message());
  }

  @Override
  public synchronized void gave(Kept copy) {
    source = copy.isRestored() ? Source.SNAPSHOT : Source.COPY;
    age = FamilyCache.age(copy, clock.millis());
  }

  private void step(String outcome) {
    Explained explained = told;
    steps.add(
        new Step(
            place,
            outcome,
            Duration.ofNanos(System.nanoTime() - tried),
            explained == null ? List.of() : explained.statements(),
            explained == null ? List.of() : explained.details()));
  }

  private static String inWords(Duration age) {
    return age.toMillis() / 1000.0 + " s";
  }
}
