package org.ara.pbx.dialplan.realtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ara.pbx.dialplan.MatchMode;
import org.ara.realtime.Condition;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.ara.realtime.Realtime;
import org.ara.realtime.Row;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for the rows of extensions. Answers that the engine gives from memory are compiled once;
 * rows that cannot be run are a warning each, once.
 */
final class RowSource {

  private static final Logger log = LoggerFactory.getLogger(RowSource.class);
  private static final String PATTERNS = "\\_%";
  private static final int MOST_WARNINGS = 10_000;
  private static final int MOST_CONTEXTS = 20_000;

  private final Realtime realtime;
  private final Set<BadRow> warned = ConcurrentHashMap.newKeySet();
  private final Map<SwitchData, Kept> patterns = new ConcurrentHashMap<>();

  /** An answer, told from others by identity, and what it came to. */
  private record Kept(List<Row> rows, Compiled compiled) {}

  RowSource(Realtime realtime) {
    this.realtime = realtime;
  }

  /** All steps of the names that are the dialled text. */
  Lookup<Compiled> named(SwitchData data, String dialled) {
    Lookup<List<Row>> plain = rows(data, List.of(Condition.equal("exten", dialled)));
    if (!data.callers()) {
      return compiled(data, plain, dialled);
    }
    String conditional = Condition.literal(dialled) + "/%";
    Lookup<List<Row>> others = rows(data, List.of(Condition.like("exten", conditional)));
    return compiled(data, joined(plain, others), dialled);
  }

  /** The first steps of names that start with the dialled text. */
  Lookup<Compiled> starting(SwitchData data, String dialled, MatchMode mode) {
    String start = Condition.literal(dialled);
    List<Condition> conditions = new ArrayList<>();
    conditions.add(Condition.like("exten", start + (mode == MatchMode.MATCH_MORE ? "_%" : "%")));
    conditions.add(Condition.equal("context", data.context()));
    conditions.add(Condition.equal("priority", "1"));
    if (dialled.isEmpty() || dialled.startsWith("_")) {
      // Where nothing is dialled yet, the start of every name is right; patterns come later.
      conditions.add(new Condition("exten", Condition.Operator.NOT_LIKE, PATTERNS));
    }
    return compiled(
        data,
        data.callers()
            ? realtime.findAll(data.family(), conditions)
            : realtime.find(data.family(), conditions).map(List::of),
        null);
  }

  /** All patterns of the context with all their steps. */
  Lookup<Compiled> patterns(SwitchData data) {
    Lookup<List<Row>> answer = rows(data, List.of(Condition.like("exten", PATTERNS)));
    if (!(answer instanceof Lookup.Found<List<Row>>(List<Row> rows))) {
      return compiled(data, answer, null);
    }
    Kept before = patterns.get(data);
    if (before != null && before.rows() == rows) {
      return new Lookup.Found<>(before.compiled());
    }
    Compiled compiled = compile(data, rows, null);
    if (realtime.isFollowed(data.family())) {
      if (patterns.size() >= MOST_CONTEXTS) {
        patterns.clear();
      }
      patterns.put(data, new Kept(rows, compiled));
    }
    return new Lookup.Found<>(compiled);
  }

  /** Everything the context has. */
  Lookup<Compiled> all(SwitchData data) {
    return compiled(data, rows(data, List.of()), null);
  }

  private Lookup<List<Row>> rows(SwitchData data, List<Condition> exten) {
    List<Condition> conditions = new ArrayList<>(exten);
    conditions.add(Condition.equal("context", data.context()));
    return realtime.findAll(data.family(), conditions);
  }

  private static Lookup<List<Row>> joined(Lookup<List<Row>> first, Lookup<List<Row>> second) {
    if (first instanceof Lookup.Found<List<Row>>(List<Row> some)
        && second instanceof Lookup.Found<List<Row>>(List<Row> more)) {
      List<Row> both = new ArrayList<>(some);
      both.addAll(more);
      return new Lookup.Found<>(both);
    }
    return first instanceof Lookup.Absent || second instanceof Lookup.Unavailable ? second : first;
  }

  private Lookup<Compiled> compiled(
      SwitchData data, Lookup<List<Row>> answer, @Nullable String dialled) {
    return switch (answer) {
      case Lookup.Found<List<Row>>(List<Row> rows) ->
          new Lookup.Found<>(compile(data, rows, dialled));
      case Lookup.Absent<List<Row>>() -> new Lookup.Found<>(Compiled.NOTHING);
      case Lookup.Unavailable<List<Row>>(Outage outage) -> new Lookup.Unavailable<>(outage);
    };
  }

  private Compiled compile(SwitchData data, List<Row> rows, @Nullable String dialled) {
    Compiled compiled = RowCompiler.compile(data, rows, dialled);
    for (BadRow row : compiled.bad()) {
      if (warned.size() < MOST_WARNINGS && warned.add(row)) {
        log.warn("{}; row set aside", row);
      }
    }
    return compiled;
  }
}
