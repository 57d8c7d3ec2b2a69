package org.ara.manager.ami.action;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ara.module.manager.Header;
import org.ara.module.manager.ManagerAction;
import org.ara.module.manager.Reply;
import org.ara.module.manager.Request;
import org.ara.pbx.device.ExtensionState;
import org.ara.pbx.device.Hints;
import org.ara.pbx.device.Hints.Hint;
import org.ara.pbx.dialplan.Context;
import org.ara.pbx.dialplan.CurrentDialplan;
import org.ara.pbx.dialplan.Dialplan;
import org.ara.pbx.dialplan.Extension;
import org.ara.pbx.dialplan.Step;

/**
 * {@code ShowDialPlan}, {@code ExtensionState}, {@code ExtensionStateList} and {@code
 * DeviceStateList}.
 */
record DialplanActions(CurrentDialplan dialplan, Hints hints) {

  private static final Header REGISTRAR = new Header("Registrar", "pbx_config");

  List<ManagerAction> all() {
    return List.of(
        new Simple("ShowDialPlan", this::show),
        new Simple("ExtensionState", this::state),
        new Simple("ExtensionStateList", this::states),
        new Simple("DeviceStateList", this::devices));
  }

  private Reply show(Request request) {
    Dialplan plan = dialplan.get();
    Optional<String> wanted = request.filled("Context");
    Collection<Context> contexts =
        wanted.isEmpty() ? plan.contexts() : plan.context(wanted.get()).stream().toList();
    if (contexts.isEmpty() && wanted.isPresent()) {
      return Reply.error("Did not find context " + wanted.get());
    }
    List<Reply.Entry> entries = new ArrayList<>();
    int extensions = 0;
    int priorities = 0;
    for (Context context : contexts) {
      for (Extension extension : context.extensions()) {
        if (named(extension, request.text("Extension"))) {
          extensions++;
          priorities += extension.steps().size();
          steps(context, extension, entries);
        }
      }
      if (request.filled("Extension").isEmpty()) {
        rest(context, entries);
      }
    }
    if (extensions == 0 && request.filled("Extension").isPresent()) {
      return Reply.error(
          "Did not find extension " + request.text("Extension") + "@" + wanted.orElse(""));
    }
    return new Reply.Listing(
        "DialPlan list will follow",
        entries,
        "ShowDialPlanComplete",
        List.of(
            Header.of("ListExtensions", extensions),
            Header.of("ListPriorities", priorities),
            Header.of("ListContexts", contexts.size())));
  }

  private static boolean named(Extension extension, String wanted) {
    return wanted.isEmpty() || extension.name().text().equals(wanted);
  }

  private static void steps(Context context, Extension extension, List<Reply.Entry> entries) {
    for (Step step : extension.steps().values()) {
      boolean hint = step.priority() == Step.HINT;
      List<Header> fields = new ArrayList<>();
      fields.add(new Header("Context", context.name()));
      fields.add(new Header("Extension", extension.name().text()));
      if (!step.label().isEmpty()) {
        fields.add(new Header("ExtensionLabel", step.label()));
      }
      fields.add(new Header("Priority", hint ? "hint" : Integer.toString(step.priority())));
      fields.add(new Header("Application", step.application()));
      if (!hint) {
        fields.add(new Header("AppData", step.arguments()));
      }
      fields.add(REGISTRAR);
      entries.add(new Reply.Entry("ListDialplan", fields));
    }
  }

  private static void rest(Context context, List<Reply.Entry> entries) {
    context
        .includes()
        .forEach(include -> entries.add(line(context, "IncludeContext", include.text())));
    context
        .ignorePatterns()
        .forEach(pattern -> entries.add(line(context, "IgnorePattern", pattern.text())));
    context.switches().forEach(other -> entries.add(line(context, "Switch", other.toString())));
  }

  private static Reply.Entry line(Context context, String name, String value) {
    return new Reply.Entry(
        "ListDialplan",
        List.of(new Header("Context", context.name()), new Header(name, value), REGISTRAR));
  }

  private Reply state(Request request) {
    String extension = request.text("Exten");
    if (extension.isEmpty()) {
      return Reply.error("Extension not specified");
    }
    String context = request.filled("Context").orElse("default");
    return Reply.success(
        "Extension Status",
        hints
            .find(context, extension)
            .map(hint -> state(hint, hints.state(hint)))
            .orElseGet(() -> state(new Hint(extension, context, ""), ExtensionState.NONE)));
  }

  private static List<Header> state(Hint hint, ExtensionState state) {
    return List.of(
        new Header("Exten", hint.extension()),
        new Header("Context", hint.context()),
        new Header("Hint", hint.devices()),
        Header.of("Status", state.number()),
        new Header("StatusText", state.text()));
  }

  private Reply states(Request request) {
    return Reply.list(
        "Extension Statuses will follow",
        "ExtensionStatus",
        "ExtensionStateListComplete",
        hints.all().stream().map(hint -> state(hint, hints.state(hint))).toList());
  }

  private Reply devices(Request request) {
    Optional<String> wanted = request.filled("Device");
    Set<String> names = new TreeSet<>();
    hints.all().forEach(hint -> names.addAll(hint.names()));
    wanted.ifPresent(names::add);
    List<List<Header>> rows =
        names.stream()
            .filter(name -> wanted.isEmpty() || name.equalsIgnoreCase(wanted.get()))
            .map(
                name ->
                    List.of(
                        new Header("Device", name), new Header("State", hints.device(name).name())))
            .toList();
    return Reply.list(
        "Device State Changes will follow", "DeviceStateChange", "DeviceStateListComplete", rows);
  }
}
