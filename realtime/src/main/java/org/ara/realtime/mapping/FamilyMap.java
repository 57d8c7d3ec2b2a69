package org.ara.realtime.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ara.realtime.Mapping;

/**
 * All mappings in force: for each family, the places it is kept in, by priority. Immutable; a
 * reload makes a new one.
 */
public final class FamilyMap {

  private static final FamilyMap EMPTY = new FamilyMap(List.of());

  private final List<Mapping> mappings;
  private final Map<String, List<Mapping>> byFamily;

  /**
   * A map of these mappings.
   *
   * @param mappings in file order; of two with the same family and priority, the later one holds
   *     and the earlier one is dropped
   */
  public FamilyMap(List<Mapping> mappings) {
    Map<String, Mapping> held = new LinkedHashMap<>();
    for (Mapping mapping : mappings) {
      String key = mapping.priority() + " " + key(mapping.family());
      held.remove(key);
      held.put(key, mapping);
    }
    this.mappings = List.copyOf(held.values());
    Map<String, List<Mapping>> families = new LinkedHashMap<>();
    for (Mapping mapping : this.mappings) {
      families.computeIfAbsent(key(mapping.family()), name -> new ArrayList<>()).add(mapping);
    }
    families.values().forEach(list -> list.sort(Comparator.comparingInt(Mapping::priority)));
    this.byFamily = families;
  }

  /** No mappings at all. */
  public static FamilyMap empty() {
    return EMPTY;
  }

  /** Every mapping in force, in file order. */
  public List<Mapping> mappings() {
    return mappings;
  }

  /** The names of the mapped families, in lower case, in file order. */
  public Set<String> families() {
    return java.util.Collections.unmodifiableSet(byFamily.keySet());
  }

  /** The mappings of a family by priority; empty if it has none. Case is ignored. */
  public List<Mapping> of(String family) {
    return List.copyOf(byFamily.getOrDefault(key(family), List.of()));
  }

  private static String key(String family) {
    return family.toLowerCase(Locale.ROOT);
  }
}
