package org.ara.manager.ami.action;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ara.module.manager.Header;
import org.ara.module.manager.ManagerAction;
import org.ara.module.manager.Reply;
import org.ara.module.manager.Request;
import org.ara.pbx.Channel;
import org.ara.pbx.ChannelState;
import org.ara.pbx.Pbx;
import org.ara.pbx.dialplan.Context;
import org.ara.pbx.dialplan.CurrentDialplan;
import org.ara.pbx.dialplan.Dialplan;
import org.ara.pbx.dialplan.Extension;
import org.ara.pbx.dialplan.Search;
import org.ara.pbx.dialplan.Step;
import org.ara.realtime.Lookup;

/** {@code ShowDialPlan}, {@code ExtensionState} and {@code ExtensionStateList}. */
record DialplanActions(CurrentDialplan dialplan, Pbx pbx) {

  private static final Header REGISTRAR = new Header("Registrar", "pbx_config");

  List<ManagerAction> all() {
    return List.of(
        new Simple("ShowDialPlan", this::show),
        new Simple("ExtensionState", this::state),
        new Simple("ExtensionStateList", this::states));
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
    return Reply.success("Extension Status", state(extension, context, hint(context, extension)));
  }

  private Optional<String> hint(String context, String extension) {
    return dialplan.get().find(Search.priority(context, extension, Step.HINT))
            instanceof Lookup.Found<Step>(Step step)
        ? Optional.of(step.application())
        : Optional.empty();
  }

  private List<Header> state(String extension, String context, Optional<String> hint) {
    State state = hint.map(this::ofHint).orElse(State.NONE);
    return List.of(
        new Header("Exten", extension),
        new Header("Context", context),
        new Header("Hint", hint.orElse("")),
        Header.of("Status", state.number),
        new Header("StatusText", state.text));
  }

  private Reply states(Request request) {
    List<List<Header>> rows = new ArrayList<>();
    for (Context context : dialplan.get().contexts()) {
      for (Extension extension : context.extensions()) {
        Step hint = extension.steps().get(Step.HINT);
        if (hint != null) {
          rows.add(state(extension.name().text(), context.name(), Optional.of(hint.application())));
        }
      }
    }
    return Reply.list(
        "Extension Statuses will follow", "ExtensionStatus", "ExtensionStateListComplete", rows);
  }

  /** How a hint's devices are; numbered as the protocol numbers it. */
  private enum State {
    NONE(-1, "Unknown"),
    IDLE(0, "Idle"),
    IN_USE(1, "InUse"),
    UNAVAILABLE(4, "Unavailable"),
    RINGING(8, "Ringing"),
    IN_USE_AND_RINGING(9, "InUse&Ringing");

    private final int number;
    private final String text;

    State(int number, String text) {
      this.number = number;
      this.text = text;
    }
  }

  private State ofHint(String hint) {
    boolean reachable = false;
    boolean inUse = false;
    boolean ringing = false;
    for (String device : hint.split("&", -1)) {
      String name = device.strip();
      reachable |= isReachable(name);
      for (Channel channel : pbx.channels()) {
        if (channel.peerName().equalsIgnoreCase(name)) {
          boolean rings = channel.state() == ChannelState.RINGING;
          ringing |= rings;
          inUse |= !rings;
        }
      }
    }
    if (ringing) {
      return inUse ? State.IN_USE_AND_RINGING : State.RINGING;
    }
    if (inUse) {
      return State.IN_USE;
    }
    return reachable ? State.IDLE : State.UNAVAILABLE;
  }

  private boolean isReachable(String device) {
    int slash = device.indexOf('/');
    return slash > 0
        && pbx.driver(device.substring(0, slash))
            .filter(driver -> driver.isReachable(device.substring(slash + 1)))
            .isPresent();
  }
}
