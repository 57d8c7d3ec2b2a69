package org.ara.pbx.dialplan.realtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ara.pbx.dialplan.Extension;
import org.ara.pbx.dialplan.ExtensionTable;
import org.ara.pbx.dialplan.MatchMode;
import org.ara.pbx.dialplan.Search.Place;
import org.ara.pbx.dialplan.Step;
import org.ara.pbx.dialplan.Switch;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.ara.realtime.Realtime;
import org.jspecify.annotations.Nullable;

/**
 * {@code switch => Realtime/[context]@[family][/options]}: extensions that are rows with the
 * columns {@code context}, {@code exten}, {@code priority}, {@code app} and {@code appdata} ({@code
 * spec/dialplan.md} section 5).
 *
 * <p>One query for all steps of the dialled text, and a second one for pattern rows only if those
 * have not the step that is wanted. A call keeps what it was told, so that a change in the middle
 * of an extension does not mix two states. The dialled text is data: wildcards in it stand for
 * themselves. Among pattern rows the order is that of patterns in a file. A storage that cannot be
 * asked makes the answer <i>unavailable</i>.
 */
public final class RealtimeSwitch implements Switch {

  private final RowSource rows;

  /** A switch over the families of {@code realtime}. */
  public RealtimeSwitch(Realtime realtime) {
    this.rows = new RowSource(Objects.requireNonNull(realtime, "realtime"));
  }

  @Override
  public String name() {
    return "Realtime";
  }

  @Override
  public Lookup<Step> find(Query query) {
    if (query.place() instanceof Place.Priority(int priority) && priority < 1) {
      return new Lookup.Absent<>();
    }
    SwitchData data = SwitchData.parse(query.data(), query.context());
    return query.mode() == MatchMode.MATCH ? complete(data, query) : partial(data, query);
  }

  private Lookup<Step> complete(SwitchData data, Query query) {
    Visit.Key key = new Visit.Key(data, query.extension());
    Optional<Visit> known = query.memory().recall(key, Visit.class);
    if (known.isEmpty()) {
      return switch (rows.named(data, query.extension())) {
        case Lookup.Found<Compiled>(Compiled named) ->
            visited(key, query, new Visit(named.table(), null));
        case Lookup.Absent<Compiled>() -> new Lookup.Absent<>();
        case Lookup.Unavailable<Compiled>(Outage outage) -> new Lookup.Unavailable<>(outage);
      };
    }
    return found(key, query, known.get());
  }

  private Lookup<Step> visited(Visit.Key key, Query query, Visit visit) {
    query.memory().keep(key, query.extension(), visit);
    return found(key, query, visit);
  }

  private Lookup<Step> found(Visit.Key key, Query query, Visit visit) {
    Step step = step(visit.named(), query);
    if (step != null) {
      return new Lookup.Found<>(step);
    }
    if (!key.data().patterns()) {
      return new Lookup.Absent<>();
    }
    if (visit.patterns() != null) {
      return found(step(visit.patterns(), query));
    }
    return switch (rows.patterns(key.data())) {
      case Lookup.Found<Compiled>(Compiled patterns) ->
          visited(key, query, new Visit(visit.named(), patterns.table()));
      case Lookup.Absent<Compiled>() -> new Lookup.Absent<>();
      case Lookup.Unavailable<Compiled>(Outage outage) -> new Lookup.Unavailable<>(outage);
    };
  }

  private Lookup<Step> partial(SwitchData data, Query query) {
    Lookup<Step> named = among(rows.starting(data, query.extension(), query.mode()), query);
    return data.patterns() && named instanceof Lookup.Absent
        ? among(rows.patterns(data), query)
        : named;
  }

  private static Lookup<Step> among(Lookup<Compiled> answer, Query query) {
    return switch (answer) {
      case Lookup.Found<Compiled>(Compiled compiled) -> found(step(compiled.table(), query));
      case Lookup.Absent<Compiled>() -> new Lookup.Absent<>();
      case Lookup.Unavailable<Compiled>(Outage outage) -> new Lookup.Unavailable<>(outage);
    };
  }

  private static @Nullable Step step(ExtensionTable table, Query query) {
    return table.find(query.extension(), query.place(), query.callerNumber(), query.mode());
  }

  private static Lookup<Step> found(@Nullable Step step) {
    return step == null ? new Lookup.Absent<>() : new Lookup.Found<>(step);
  }

  @Override
  public Lookup<List<Extension>> extensions(String data, String context, String number) {
    SwitchData asked = SwitchData.parse(data, context);
    if (number.isEmpty()) {
      return rows.all(asked).map(all -> all.table().extensions());
    }
    Lookup<List<Extension>> named =
        rows.named(asked, number).map(found -> found.table().matching(number));
    if (!asked.patterns() || !(named instanceof Lookup.Found<List<Extension>>(var some))) {
      return named;
    }
    return rows.patterns(asked)
        .map(
            patterns -> {
              List<Extension> all = new ArrayList<>(some);
              all.addAll(patterns.table().matching(number));
              return all;
            });
  }

  @Override
  public Lookup<List<String>> faults(String data, String context) {
    return rows.all(SwitchData.parse(data, context))
        .map(all -> all.bad().stream().map(BadRow::toString).toList());
  }
}
