package org.ara.manager.ami.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.ara.manager.ami.guard.Secrets;
import org.ara.module.manager.Header;
import org.ara.module.manager.ManagerBoard;
import org.ara.module.manager.ManagerEvent;
import org.ara.module.manager.Permission;
import org.ara.module.manager.Permissions;
import org.ara.pbx.CallEvent;
import org.ara.pbx.CallListener;
import org.ara.pbx.Channel;
import org.ara.pbx.HangupCause;
import org.ara.pbx.Location;
import org.ara.pbx.Running;
import org.jspecify.annotations.Nullable;

/** Tells what happens to channels as events; makes none that nobody wants. */
public final class CallEvents implements CallListener {

  private static final Permissions CALL = Permissions.of(Permission.CALL);
  private static final Permissions DIALPLAN = Permissions.of(Permission.DIALPLAN);

  private final ManagerBoard board;
  private final Supplier<List<String>> variables;

  /** How many channels are in a bridge, kept while somebody watches. */
  private final Map<String, AtomicInteger> bridges = new ConcurrentHashMap<>();

  /**
   * @param variables the names of those that are told about channels
   */
  public CallEvents(ManagerBoard board, Supplier<List<String>> variables) {
    this.board = board;
    this.variables = variables;
  }

  @Override
  public void happened(CallEvent event) {
    switch (event) {
      case CallEvent.Created(Channel channel) -> call("Newchannel", channel);
      case CallEvent.StateChanged(Channel channel, var state) -> call("Newstate", channel);
      case CallEvent.StepStarted(Channel channel, Location location, Running running) ->
          step(channel, location, running);
      case CallEvent.DialBegun(Channel caller, Channel channel, String destination) ->
          dial("DialBegin", caller, channel, new Header("DialString", destination));
      case CallEvent.DialProgressed(Channel caller, Channel channel, String status) ->
          dial("DialState", caller, channel, new Header("DialStatus", status));
      case CallEvent.DialEnded(Channel caller, Channel channel, String status) ->
          dial("DialEnd", caller, channel, new Header("DialStatus", status));
      case CallEvent.Held(Channel channel) -> call("Hold", channel);
      case CallEvent.Resumed(Channel channel) -> call("Unhold", channel);
      case CallEvent.Identified(Channel channel) ->
          call(
              "NewCallerid",
              channel,
              new Header("CID-CallingPres", "0 (Presentation Allowed, Not Screened)"));
      case CallEvent.BridgeEntered(Channel channel, String bridge) -> enter(channel, bridge);
      case CallEvent.BridgeLeft(Channel channel, String bridge) -> leave(channel, bridge);
      case CallEvent.VariableSet(Channel channel, String name, String value) ->
          variable(channel, name, value);
      case CallEvent.BlindlyTransferred(Channel channel, Channel transferee, Location to) ->
          blind(channel, transferee, to);
      case CallEvent.AttendedTransferred attended -> attended(attended);
      case CallEvent.Ended(Channel channel, HangupCause cause) ->
          call(
              "Hangup",
              channel,
              Header.of("Cause", cause.code()),
              new Header("Cause-txt", cause.text()));
    }
  }

  private void call(String name, Channel channel, Header... more) {
    board.tell(CALL, () -> event(name, CALL, fields("", channel), more));
  }

  private void blind(Channel channel, Channel transferee, Location to) {
    board.tell(
        CALL,
        () -> {
          List<Header> headers = new ArrayList<>(fields("Transferer", channel));
          headers.addAll(fields("Transferee", transferee));
          return event(
              "BlindTransfer",
              CALL,
              headers,
              new Header("Result", "Success"),
              new Header("IsExternal", "Yes"),
              new Header("Context", to.context()),
              new Header("Extension", to.extension()));
        });
  }

  private void attended(CallEvent.AttendedTransferred transfer) {
    board.tell(
        CALL,
        () -> {
          List<Header> headers = new ArrayList<>(fields("OrigTransferer", transfer.channel()));
          headers.addAll(fields("SecondTransferer", transfer.second()));
          headers.addAll(fields("Transferee", transfer.transferee()));
          headers.addAll(fields("TransferTarget", transfer.target()));
          return event(
              "AttendedTransfer",
              CALL,
              headers,
              new Header("Result", "Success"),
              new Header("IsExternal", "Yes"),
              new Header("DestType", "Bridge"));
        });
  }

  private void step(Channel channel, Location location, Running running) {
    board.tell(
        DIALPLAN,
        () ->
            event(
                "Newexten",
                DIALPLAN,
                fields("", channel),
                new Header("Extension", location.extension()),
                new Header("Application", running.application()),
                new Header("AppData", running.data())));
  }

  private void dial(String name, @Nullable Channel caller, Channel channel, Header what) {
    board.tell(
        CALL,
        () -> {
          List<Header> headers = new ArrayList<>(caller == null ? List.of() : fields("", caller));
          headers.addAll(fields("Dest", channel));
          return event(name, CALL, headers, what);
        });
  }

  private void variable(@Nullable Channel channel, String name, String value) {
    board.tell(
        DIALPLAN,
        () ->
            event(
                "VarSet",
                DIALPLAN,
                channel == null ? List.of() : fields("", channel),
                new Header("Variable", name),
                new Header("Value", Secrets.shown(name, value))));
  }

  private void enter(Channel channel, String bridge) {
    AtomicInteger inside = bridges.computeIfAbsent(bridge, id -> new AtomicInteger());
    if (inside.getAndIncrement() == 0) {
      board.tell(CALL, () -> event("BridgeCreate", CALL, bridge(bridge, 0)));
    }
    bridged("BridgeEnter", channel, bridge, inside.get());
  }

  private void leave(Channel channel, String bridge) {
    int left =
        Optional.ofNullable(bridges.get(bridge)).map(AtomicInteger::decrementAndGet).orElse(0);
    bridged("BridgeLeave", channel, bridge, left);
    if (left <= 0) {
      bridges.remove(bridge);
      board.tell(CALL, () -> event("BridgeDestroy", CALL, bridge(bridge, 0)));
    }
  }

  private void bridged(String name, Channel channel, String bridge, int inside) {
    board.tell(
        CALL,
        () -> {
          List<Header> headers = new ArrayList<>(bridge(bridge, inside));
          headers.addAll(fields("", channel));
          return event(name, CALL, headers);
        });
  }

  private static List<Header> bridge(String id, int channels) {
    return List.of(
        new Header("BridgeUniqueid", id),
        new Header("BridgeType", "basic"),
        new Header("BridgeTechnology", "simple_bridge"),
        new Header("BridgeCreator", "<unknown>"),
        new Header("BridgeName", "<unknown>"),
        Header.of("BridgeNumChannels", channels),
        new Header("BridgeVideoSourceMode", "none"));
  }

  private List<Header> fields(String prefix, Channel channel) {
    return ChannelFields.prefixed(prefix, channel, variables.get());
  }

  private static ManagerEvent event(
      String name, Permissions classes, List<Header> headers, Header... more) {
    List<Header> all = new ArrayList<>(headers);
    all.addAll(List.of(more));
    return new ManagerEvent(name, classes, all);
  }
}
