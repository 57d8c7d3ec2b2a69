package org.ara.pbx.dialplan;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gathers the steps of one extension while a file is read. */
final class ExtensionBuilder {

  private final ExtensionName name;
  private final TreeMap<Integer, Step> steps = new TreeMap<>();
  private final Map<String, Integer> labels = new HashMap<>();

  ExtensionBuilder(ExtensionName name) {
    this.name = name;
  }

  Optional<Integer> priorityOf(String label) {
    return Optional.ofNullable(labels.get(label));
  }

  /** The step that has this priority already, else null with the step added. */
  @Nullable Step add(Step step) {
    Step first = steps.putIfAbsent(step.priority(), step);
    if (first == null && !step.label().isEmpty()) {
      labels.put(step.label(), step.priority());
    }
    return first;
  }

  Extension build() {
    return new Extension(name.name(), name.callerId(), steps, labels);
  }
}
