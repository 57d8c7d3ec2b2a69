package org.ara.pbx.dialplan.realtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ara.pbx.dialplan.MatchMode;
import org.ara.pbx.dialplan.Step;
import org.ara.pbx.dialplan.Switch;
import org.ara.pbx.dialplan.pattern.Match;
import org.ara.pbx.dialplan.pattern.Pattern;
import org.ara.realtime.Condition;
import org.ara.realtime.Lookup;
import org.ara.realtime.Realtime;
import org.ara.realtime.Row;
import org.jspecify.annotations.Nullable;

/**
 * {@code switch => Realtime/[context]@[family][/options]}: extensions that are rows with the
 * columns {@code context}, {@code exten}, {@code priority}, {@code app} and {@code appdata} ({@code
 * spec/dialplan.md} section 5).
 *
 * <p>One query for the dialled text, and a second one for pattern rows only if it gave nothing. The
 * dialled text is data: wildcards in it stand for themselves. Among pattern rows the order is that
 * of patterns in a file. A storage that cannot be asked makes the answer <i>unavailable</i>.
 */
public final class RealtimeSwitch implements Switch {

  private static final String PATTERNS = "\\_%";

  private final Realtime realtime;
  private final RowSteps steps = new RowSteps();

  /** A switch over the families of {@code realtime}. */
  public RealtimeSwitch(Realtime realtime) {
    this.realtime = Objects.requireNonNull(realtime, "realtime");
  }

  @Override
  public String name() {
    return "Realtime";
  }

  @Override
  public Lookup<Step> find(Query query) {
    if (query.priority() < 1) {
      return new Lookup.Absent<>();
    }
    SwitchData data = SwitchData.parse(query.data(), query.context());
    Lookup<Step> exact = exact(data, query);
    return data.patterns() && exact instanceof Lookup.Absent ? pattern(data, query) : exact;
  }

  private Lookup<Step> exact(SwitchData data, Query query) {
    return switch (realtime.find(data.family(), exactConditions(data, query))) {
      case Lookup.Found<Row>(Row row) -> step(data, query, row);
      case Lookup.Absent<Row>() -> absent();
      case Lookup.Unavailable<Row>(var outage) -> new Lookup.Unavailable<>(outage);
    };
  }

  private static List<Condition> exactConditions(SwitchData data, Query query) {
    String dialled = query.extension();
    String start = Condition.literal(dialled);
    List<Condition> conditions =
        switch (query.mode()) {
          case MATCH -> conditions(Condition.equal("exten", dialled), data, query);
          case CAN_MATCH -> conditions(Condition.like("exten", start + "%"), data, query);
          case MATCH_MORE -> conditions(Condition.like("exten", start + "_%"), data, query);
        };
    if (query.mode() == MatchMode.MATCH || !(dialled.isEmpty() || dialled.startsWith("_"))) {
      return conditions;
    }
    // Where nothing is dialled yet, the start of every name is right; patterns come later.
    List<Condition> literals = new ArrayList<>(conditions);
    literals.add(new Condition("exten", Condition.Operator.NOT_LIKE, PATTERNS));
    return literals;
  }

  private Lookup<Step> pattern(SwitchData data, Query query) {
    Condition wanted = Condition.like("exten", PATTERNS);
    return switch (realtime.findAll(data.family(), conditions(wanted, data, query))) {
      case Lookup.Found<List<Row>>(List<Row> rows) -> best(data, query, rows);
      case Lookup.Absent<List<Row>>() -> absent();
      case Lookup.Unavailable<List<Row>>(var outage) -> new Lookup.Unavailable<>(outage);
    };
  }

  private Lookup<Step> best(SwitchData data, Query query, List<Row> rows) {
    @Nullable Candidate best = null;
    for (Row row : rows) {
      Pattern pattern = Pattern.parse(RowSteps.text(row, "exten"), message -> {});
      if ((best == null || pattern.compareTo(best.pattern()) < 0)
          && pattern.match(query.extension(), query.mode()).matches()) {
        Optional<Step> step = steps.step(data.family(), row, query.priority());
        if (step.isPresent()) {
          best = new Candidate(pattern, step.get());
        }
      }
    }
    return best == null || best.endsSearch(query) ? absent() : new Lookup.Found<>(best.step());
  }

  private record Candidate(Pattern pattern, Step step) {

    /** An early match asks for no more digits. */
    boolean endsSearch(Query query) {
      return query.mode() == MatchMode.MATCH_MORE
          && pattern.match(query.extension(), query.mode()) == Match.EARLY;
    }
  }

  private Lookup<Step> step(SwitchData data, Query query, Row row) {
    return steps
        .step(data.family(), row, query.priority())
        .<Lookup<Step>>map(Lookup.Found::new)
        .orElseGet(RealtimeSwitch::absent);
  }

  private static List<Condition> conditions(Condition exten, SwitchData data, Query query) {
    return List.of(
        exten,
        Condition.equal("context", data.context()),
        Condition.equal("priority", Integer.toString(query.priority())));
  }

  private static Lookup<Step> absent() {
    return new Lookup.Absent<>();
  }
}
