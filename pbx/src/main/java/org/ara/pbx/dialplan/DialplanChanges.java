package org.ara.pbx.dialplan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ara.module.reload.Difference;
import org.ara.module.reload.Differences;
import org.ara.pbx.Channel;
import org.jspecify.annotations.Nullable;

/** What one dialplan changes against another: contexts, and the extensions in those of both. */
final class DialplanChanges {

  private final List<Difference> differences = new ArrayList<>();
  private final Map<String, Set<String>> extensions = new HashMap<>();
  private final Set<String> gone = new HashSet<>();

  DialplanChanges(Dialplan before, Dialplan after) {
    if (!before.settings().equals(after.settings())) {
      differences.add(
          new Difference(
              Difference.Kind.CHANGED, "section of extensions.conf", "general", List.of()));
    }
    Map<String, Context> contexts = byName(before);
    List<Difference> changed =
        Differences.of("context", contexts, byName(after), DialplanChanges::parts);
    for (Difference context : changed) {
      differences.add(context);
      if (context.kind() == Difference.Kind.REMOVED) {
        gone.add(context.name());
      }
    }
    for (Context context : after.contexts()) {
      Context earlier = contexts.get(context.name());
      if (earlier != null) {
        compare(earlier, context);
      }
    }
  }

  List<Difference> differences() {
    return differences;
  }

  /** How many channels are in an extension that changes or goes. */
  int touched(Collection<Channel> channels) {
    return (int)
        channels.stream()
            .flatMap(channel -> channel.location().stream())
            .filter(
                place ->
                    gone.contains(place.context())
                        || extensions
                            .getOrDefault(place.context(), Set.of())
                            .contains(place.extension()))
            .count();
  }

  private void compare(Context before, Context after) {
    List<Difference> found =
        Differences.of(
            "extension", extensions(before), extensions(after), DialplanChanges::priorities);
    for (Difference extension : found) {
      String name = extension.name();
      differences.add(
          new Difference(
              extension.kind(), "extension", name + "@" + after.name(), extension.parts()));
      if (extension.kind() != Difference.Kind.ADDED) {
        extensions.computeIfAbsent(after.name(), context -> new HashSet<>()).add(name);
      }
    }
  }

  private static Map<String, Context> byName(Dialplan dialplan) {
    Map<String, Context> contexts = new LinkedHashMap<>();
    dialplan.contexts().forEach(context -> contexts.put(context.name(), context));
    return contexts;
  }

  private static Map<String, Extension> extensions(Context context) {
    Map<String, Extension> byName = new LinkedHashMap<>();
    for (Extension extension : context.extensions()) {
      String caller = extension.callerId() == null ? "" : "/" + extension.callerId().text();
      byName.put(extension.name().text() + caller, extension);
    }
    return byName;
  }

  /** What belongs to a context itself. */
  private static List<String> parts(Context before, Context after) {
    List<String> parts = new ArrayList<>();
    if (!texts(before).equals(texts(after))) {
      parts.add("includes");
    }
    if (!before.switches().equals(after.switches())) {
      parts.add("switches");
    }
    if (!before.ignorePatterns().equals(after.ignorePatterns())) {
      parts.add("ignore patterns");
    }
    return parts;
  }

  private static List<String> texts(Context context) {
    return context.includes().stream().map(Include::text).toList();
  }

  /** The priorities whose steps differ; where they are written does not matter. */
  private static List<String> priorities(Extension before, Extension after) {
    Set<Integer> all = new TreeSet<>(before.steps().keySet());
    all.addAll(after.steps().keySet());
    return all.stream()
        .filter(priority -> !isSame(before.steps().get(priority), after.steps().get(priority)))
        .map(priority -> priority == Step.HINT ? "hint" : "priority " + priority)
        .toList();
  }

  private static boolean isSame(@Nullable Step before, @Nullable Step after) {
    return before != null
        && after != null
        && before.application().equals(after.application())
        && before.arguments().equals(after.arguments())
        && before.label().equals(after.label());
  }
}
