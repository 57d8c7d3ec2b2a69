package org.ara.pbx.dialplan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A context as it is with a step more or some steps less. */
final class DialplanEdit {

  private DialplanEdit() {}

  /** The context with a step more, in place of one that has its priority. */
  static Context with(Context context, ExtensionName name, Step step) {
    Optional<Extension> before = find(context, name);
    TreeMap<Integer, Step> steps = new TreeMap<>();
    Map<String, Integer> labels = new HashMap<>();
    before.ifPresent(
        extension -> {
          steps.putAll(extension.steps());
          labels.putAll(extension.labels());
        });
    labels.values().remove(step.priority());
    steps.put(step.priority(), step);
    if (!step.label().isEmpty()) {
      labels.put(step.label(), step.priority());
    }
    return replaced(
        context, before, Optional.of(new Extension(name.name(), name.callerId(), steps, labels)));
  }

  /** The context without an extension, or, with a priority, without that step of it. */
  static Context without(Context context, ExtensionName name, Optional<Integer> priority) {
    Optional<Extension> before = find(context, name);
    Optional<Extension> after =
        before.flatMap(extension -> priority.flatMap(number -> without(extension, number)));
    return replaced(context, before, after);
  }

  private static Optional<Extension> without(Extension extension, int priority) {
    TreeMap<Integer, Step> steps = new TreeMap<>(extension.steps());
    steps.remove(priority);
    Map<String, Integer> labels = new HashMap<>(extension.labels());
    labels.values().remove(priority);
    return steps.isEmpty()
        ? Optional.empty()
        : Optional.of(new Extension(extension.name(), extension.callerId(), steps, labels));
  }

  /** The extension of that name and caller condition. */
  static Optional<Extension> find(Context context, ExtensionName name) {
    return context.extensions().stream()
        .filter(e -> new ExtensionName(e.name(), e.callerId()).equals(name))
        .findFirst();
  }

  private static Context replaced(
      Context context, Optional<Extension> before, Optional<Extension> after) {
    List<Extension> extensions = new ArrayList<>(context.extensions());
    before.ifPresent(extensions::remove);
    after.ifPresent(extensions::add);
    return new Context(
        context.name(),
        extensions,
        context.switches(),
        context.includes(),
        context.ignorePatterns());
  }
}
