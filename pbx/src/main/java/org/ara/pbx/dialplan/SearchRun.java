package org.ara.pbx.dialplan;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ara.pbx.dialplan.Search.Place;
import org.ara.realtime.Lookup;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One search through the contexts, depth first ({@code spec/dialplan.md} section 2). */
final class SearchRun {

  private static final Logger log = LoggerFactory.getLogger(SearchRun.class);
  private static final int MAX_NESTING = 512;

  private final Dialplan dialplan;
  private final Switches switches;
  private final Instant now;
  private final ZoneId zone;
  private final Set<String> visited = new HashSet<>();

  SearchRun(Dialplan dialplan, Switches switches, Instant now, ZoneId zone) {
    this.dialplan = dialplan;
    this.switches = switches;
    this.now = now;
    this.zone = zone;
  }

  Lookup<Step> find(Search search) {
    return find(search, 0);
  }

  private Lookup<Step> find(Search search, int nesting) {
    Optional<Context> known = dialplan.context(search.context());
    if ((known.isEmpty() && !dialplan.live().has(search.context()))
        || !visited.add(search.context().toLowerCase(Locale.ROOT))) {
      return new Lookup.Absent<>();
    }
    if (nesting >= MAX_NESTING) {
      log.warn(
          "Context '{}' is included {} contexts deep; not searched", search.context(), nesting);
      return new Lookup.Absent<>();
    }
    Lookup<Step> overriding = ask(dialplan.settings().overrideSwitch().stream().toList(), search);
    if (!(overriding instanceof Lookup.Absent)) {
      return overriding;
    }
    Step number = dialplan.live().number(search);
    if (number != null) {
      return new Lookup.Found<>(number);
    }
    return known.isPresent() ? written(known.get(), search, nesting) : found(live(search));
  }

  private @Nullable Step live(Search search) {
    return dialplan.live().pattern(search);
  }

  private static Lookup<Step> found(@Nullable Step step) {
    return step == null ? new Lookup.Absent<>() : new Lookup.Found<>(step);
  }

  /** What the context has by itself, then what it is given, then what it leads to. */
  private Lookup<Step> written(Context context, Search search, int nesting) {
    Selection own = context.table().select(search);
    if (own.found() != null) {
      return new Lookup.Found<>(own.found());
    }
    if (own.stopped()) {
      return new Lookup.Absent<>();
    }
    Step pattern = live(search);
    if (pattern != null) {
      return new Lookup.Found<>(pattern);
    }
    Lookup<Step> switched = ask(context.switches(), search);
    return switched instanceof Lookup.Absent ? included(context, search, nesting) : switched;
  }

  private Lookup<Step> included(Context context, Search search, int nesting) {
    for (Include include : context.includes()) {
      if (include.when().holds(now, zone)) {
        Lookup<Step> found = find(search.in(include.context()), nesting + 1);
        if (!(found instanceof Lookup.Absent)) {
          return found;
        }
      }
    }
    return new Lookup.Absent<>();
  }

  /** Switches are not asked for hints. */
  private Lookup<Step> ask(List<SwitchLine> lines, Search search) {
    if (!(search.place() instanceof Place.Priority(int priority)) || priority >= 1) {
      for (SwitchLine line : lines) {
        Lookup<Step> answer = ask(line, search);
        if (!(answer instanceof Lookup.Absent)) {
          return answer;
        }
      }
    }
    return new Lookup.Absent<>();
  }

  private Lookup<Step> ask(SwitchLine line, Search search) {
    Optional<Switch> asked = switches.named(line.name());
    if (asked.isEmpty()) {
      reportMissing(line, search);
      return new Lookup.Absent<>();
    }
    String data =
        line.data(search.scope(), message -> log.warn("eswitch => {}: {}", line, message));
    return asked
        .get()
        .find(
            new Switch.Query(
                data,
                search.context(),
                search.extension(),
                search.place(),
                search.callerNumber(),
                search.mode(),
                search.memory()));
  }

  private void reportMissing(SwitchLine line, Search search) {
    if (switches.isFirstMiss(line.name())) {
      log.warn(
          "Context '{}' has switch => {}, but no module brings a switch '{}'; load pbx_{} or"
              + " remove the line",
          search.context(),
          line,
          line.name(),
          line.name().toLowerCase(Locale.ROOT));
    }
  }
}
