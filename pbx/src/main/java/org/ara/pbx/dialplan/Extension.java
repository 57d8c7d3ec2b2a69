package org.ara.pbx.dialplan;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.ara.pbx.dialplan.pattern.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One extension of a context with its priorities.
 *
 * @param name the number, name or pattern it answers to
 * @param callerId the caller's number it wants; null for any caller, an empty literal for callers
 *     without a number
 * @param steps by priority; -1 holds a hint
 * @param labels which priority each label names
 */
public record Extension(
    Pattern name,
    @Nullable Pattern callerId,
    NavigableMap<Integer, Step> steps,
    Map<String, Integer> labels)
    implements Comparable<Extension> {

  public Extension {
    Objects.requireNonNull(name, "name");
    steps = Collections.unmodifiableNavigableMap(new TreeMap<>(steps));
    labels = Map.copyOf(labels);
  }

  /** Whether a caller of that number may use it. */
  boolean admits(String callerNumber) {
    return callerId == null
        || (callerNumber.isEmpty()
            ? callerId.text().isEmpty()
            : callerId.match(callerNumber, MatchMode.MATCH).matches());
  }

  /** By name; of equal names those with a caller condition first. */
  @Override
  public int compareTo(Extension other) {
    int byName = name.compareTo(other.name);
    if (byName != 0) {
      return byName;
    }
    if (callerId == null || other.callerId == null) {
      return Boolean.compare(callerId == null, other.callerId == null);
    }
    return callerId.compareTo(other.callerId);
  }
}
