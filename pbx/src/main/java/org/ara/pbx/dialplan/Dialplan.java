package org.ara.pbx.dialplan;

import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ara.realtime.Lookup;

/** The whole dialplan at one moment: an immutable snapshot, replaced as a whole by a reload. */
public final class Dialplan {

  private final Map<String, Context> contexts;
  private final DialplanSettings settings;
  private final Switches switches;
  private final Clock clock;
  private final LiveExtensions live;

  /**
   * A dialplan of these contexts, whose names differ.
   *
   * @param switches the switches that are there at the time of a lookup
   * @param clock tells the time for includes, in the server's zone
   */
  Dialplan(List<Context> contexts, DialplanSettings settings, Switches switches, Clock clock) {
    this(byName(contexts), settings, switches, clock, new LiveExtensions());
  }

  private Dialplan(
      Map<String, Context> contexts,
      DialplanSettings settings,
      Switches switches,
      Clock clock,
      LiveExtensions live) {
    this.contexts = contexts;
    this.settings = Objects.requireNonNull(settings, "settings");
    this.switches = Objects.requireNonNull(switches, "switches");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.live = Objects.requireNonNull(live, "live");
  }

  private static Map<String, Context> byName(List<Context> contexts) {
    Map<String, Context> byName = new LinkedHashMap<>();
    contexts.forEach(context -> byName.put(context.name(), context));
    return Collections.unmodifiableMap(byName);
  }

  /** A dialplan in which no number exists. */
  public static Dialplan empty() {
    return new Dialplan(
        List.of(), DialplanSettings.DEFAULT, new Switches(), Clock.systemDefaultZone());
  }

  /** The same contexts with these extensions beside them. */
  Dialplan with(LiveExtensions extensions) {
    return new Dialplan(contexts, settings, switches, clock, extensions);
  }

  /** The same contexts with this one in place of the one of its name. */
  Dialplan with(Context changed) {
    Map<String, Context> all = new LinkedHashMap<>(contexts);
    all.put(changed.name(), changed);
    return new Dialplan(Collections.unmodifiableMap(all), settings, switches, clock, live);
  }

  /** The switches there are. */
  Switches switches() {
    return switches;
  }

  /** Tells the time for includes. */
  Clock clock() {
    return clock;
  }

  /** The extensions that come and go. */
  LiveExtensions live() {
    return live;
  }

  /**
   * Finds the step that a number and a priority mean ({@code spec/dialplan.md} section 2): the
   * context's own extensions, then its switches, then its includes.
   *
   * @return found with the step (for CAN_MATCH and MATCH_MORE any that matches), absent, or
   *     unavailable if a switch that comes before every match could not ask its storage
   */
  public Lookup<Step> find(Search search) {
    return new SearchRun(this, switches, clock.instant(), clock.getZone()).find(search);
  }

  /** Whether the dial tone goes on after these digits. */
  public boolean ignores(String context, String digits) {
    Context place = contexts.get(context);
    return place != null
        && place.ignorePatterns().stream()
            .anyMatch(pattern -> pattern.match(digits, MatchMode.MATCH).matches());
  }

  /** The context of that name, case mattering. */
  public Optional<Context> context(String name) {
    return Optional.ofNullable(contexts.get(name));
  }

  /** All contexts in file order. */
  public Collection<Context> contexts() {
    return contexts.values();
  }

  /** What {@code [general]} says. */
  public DialplanSettings settings() {
    return settings;
  }
}
