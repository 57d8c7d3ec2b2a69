package org.ara.sip.call;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The calls of each peer, counted by name and not in the peer: those of a table are made anew for
 * every request. Exact under concurrency: a call takes its place and the limit holds in one step.
 * Nothing is left of a peer without calls.
 */
public final class Uses {

  private final Map<String, Use> byName = new ConcurrentHashMap<>();
  private final Consumer<String> watch;

  /**
   * No calls yet.
   *
   * @param watch told the name of a peer whose calls changed; must be quick
   */
  Uses(Consumer<String> watch) {
    this.watch = watch;
  }

  /**
   * Takes a place for a call that the peer makes.
   *
   * @param name the peer's; an empty one is nobody, who has no limit
   * @param limit how many calls it may have; 0 for any number
   * @return nothing where it has as many already
   */
  Optional<Place> take(String name, int limit) {
    return take(name, limit, false);
  }

  /** Takes a place for a call that is made to the peer, which rings from the start. */
  Optional<Place> takeRinging(String name, int limit) {
    return take(name, limit, true);
  }

  private Optional<Place> take(String name, int limit, boolean ringing) {
    if (name.isEmpty()) {
      return Optional.of(new Place(this, name, ringing));
    }
    boolean[] taken = {false};
    Use unused =
        byName.compute(
            name,
            (key, use) -> {
              Use before = use == null ? Use.NONE : use;
              taken[0] = limit <= 0 || before.calls() < limit;
              return taken[0] ? before.plus(1, ringing ? 1 : 0, 0) : use;
            });
    if (!taken[0]) {
      return Optional.empty();
    }
    watch.accept(name);
    return Optional.of(new Place(this, name, ringing));
  }

  void change(String name, int calls, int ringing, int held) {
    if (name.isEmpty()) {
      return;
    }
    Use unused =
        byName.computeIfPresent(
            name,
            (key, use) -> {
              Use after = use.plus(calls, ringing, held);
              return after.calls() == 0 ? null : after;
            });
    watch.accept(name);
  }

  /** The calls of a peer. */
  public Use of(String name) {
    return byName.getOrDefault(name, Use.NONE);
  }

  /** Every peer that has calls, by name. */
  public SortedMap<String, Use> all() {
    return new TreeMap<>(byName);
  }
}
