package org.ara.pbx.dialplan.realtime;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ara.pbx.dialplan.Extension;
import org.ara.pbx.dialplan.ExtensionName;
import org.ara.pbx.dialplan.PriorityText;
import org.ara.pbx.dialplan.Step;

/** Gathers the steps that rows give to one extension. */
final class RowSteps {

  private final TreeMap<Integer, Step> steps = new TreeMap<>();
  private final Map<String, Integer> labels = new HashMap<>();
  private int last;

  /** The number that a priority means after the rows so far; 0 if it means none. */
  int number(PriorityText priority) {
    if (priority.isHint()) {
      return Step.HINT;
    }
    boolean relative = priority.isNext() || priority.isSame();
    int base =
        relative && last == 0
            ? 0
            : priority.isNext()
                ? last + 1
                : priority.isSame()
                    ? last
                    : priority
                        .number()
                        .or(() -> Optional.ofNullable(labels.get(priority.word())))
                        .orElse(0);
    return base < 1 ? 0 : base + priority.offset();
  }

  /** Adds a step; tells what is wrong if it cannot be added. */
  Optional<String> add(Step step) {
    if (steps.containsKey(step.priority())) {
      return Optional.of(
          "another row of the same extension has this priority; the first one counts");
    }
    if (!step.label().isEmpty() && labels.containsKey(step.label())) {
      return Optional.of("label '" + step.label() + "' is given twice in the extension");
    }
    steps.put(step.priority(), step);
    if (!step.label().isEmpty()) {
      labels.put(step.label(), step.priority());
    }
    last = step.priority() == Step.HINT ? last : step.priority();
    return Optional.empty();
  }

  Extension extension(ExtensionName name) {
    return new Extension(name.name(), name.callerId(), steps, labels);
  }
}
