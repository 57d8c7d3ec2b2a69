package org.ara.pbx.dialplan;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.ara.config.Origin;
import org.ara.pbx.dialplan.pattern.Match;
import org.ara.pbx.dialplan.pattern.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Extensions of one step that come and go while the server runs, beside those of the file, such as
 * those of registered phones ({@code regexten}). To add, to take away and to find one costs the
 * same however many there are. Safe for any number of threads; outlives reloads of the dialplan.
 */
public final class LiveExtensions {

  private final ConcurrentMap<String, Place> places = new ConcurrentHashMap<>();

  /** The extensions of one context: numbers by their digits, and patterns. */
  private record Place(
      ConcurrentSkipListMap<String, Step> numbers, ConcurrentSkipListMap<Pattern, Step> patterns) {
    Place() {
      this(new ConcurrentSkipListMap<>(), new ConcurrentSkipListMap<>());
    }
  }

  /**
   * Makes an extension exist, whose only step does nothing; one of that name is replaced.
   *
   * @param context where; need not be in any file
   * @param extension a number, name or pattern
   * @param owner whose it is, the argument of its {@code Noop}
   * @param registrar who adds it, as {@code dialplan show} has it
   */
  public void add(String context, String extension, String owner, String registrar) {
    Pattern name = Pattern.parse(extension, _ -> {});
    Step step = new Step(extension, 1, "", "Noop", owner, new Origin(registrar, 0));
    Place place = places.computeIfAbsent(context, _ -> new Place());
    if (name.isLiteral()) {
      place.numbers().put(key(extension), step);
    } else {
      place.patterns().put(name, step);
    }
  }

  /** Takes an extension away, unless it is somebody else's by now. */
  public void remove(String context, String extension, String owner) {
    Place place = places.get(context);
    if (place == null) {
      return;
    }
    Pattern name = Pattern.parse(extension, _ -> {});
    if (name.isLiteral()) {
      place
          .numbers()
          .computeIfPresent(
              key(extension), (_, step) -> step.arguments().equals(owner) ? null : step);
    } else {
      place
          .patterns()
          .computeIfPresent(name, (_, step) -> step.arguments().equals(owner) ? null : step);
    }
  }

  /** The contexts that have, or had, some. */
  Set<String> contexts() {
    return new TreeSet<>(places.keySet());
  }

  /** Whether that context has, or had, some. */
  boolean has(String context) {
    return places.containsKey(context);
  }

  /** Those of a context, numbers first, in order. */
  List<Step> of(String context) {
    Place place = places.get(context);
    return place == null
        ? List.of()
        : Stream.of(place.numbers(), place.patterns())
            .map(Map::values)
            .flatMap(Collection::stream)
            .toList();
  }

  /** The number that a search means. */
  @Nullable Step number(Search search) {
    Place place = placeOf(search);
    if (place == null) {
      return null;
    }
    String dialled = key(search.extension());
    Map.Entry<String, Step> entry =
        switch (search.mode()) {
          case MATCH -> {
            Step exact = place.numbers().get(dialled);
            yield exact == null ? null : Map.entry(dialled, exact);
          }
          case CAN_MATCH -> place.numbers().ceilingEntry(dialled);
          case MATCH_MORE -> place.numbers().higherEntry(dialled);
        };
    return entry != null && entry.getKey().startsWith(dialled) ? entry.getValue() : null;
  }

  /** The best pattern that a search means. */
  @Nullable Step pattern(Search search) {
    Place place = placeOf(search);
    if (place == null) {
      return null;
    }
    for (Map.Entry<Pattern, Step> entry : place.patterns().entrySet()) {
      Match match = entry.getKey().match(search.extension(), search.mode());
      if (match == Match.EARLY && search.mode() == MatchMode.MATCH_MORE) {
        return null;
      }
      if (match.matches()) {
        return entry.getValue();
      }
    }
    return null;
  }

  private @Nullable Place placeOf(Search search) {
    return search.place() instanceof Search.Place.Priority(int number) && number == 1
        ? places.get(search.context())
        : null;
  }

  private static String key(String number) {
    return number.indexOf('-') < 0 ? number : number.replace("-", "");
  }
}
