package org.ara.manager.ami.action;

import java.util.List;
import java.util.Optional;
import org.ara.manager.ami.guard.Secrets;
import org.ara.manager.ami.guard.SystemReach;
import org.ara.module.manager.Header;
import org.ara.module.manager.ManagerAction;
import org.ara.module.manager.ManagerBoard;
import org.ara.module.manager.ManagerEvent;
import org.ara.module.manager.Permission;
import org.ara.module.manager.Reply;
import org.ara.module.manager.Request;
import org.ara.pbx.Channel;
import org.ara.pbx.Pbx;
import org.ara.pbx.function.ChannelScopes;
import org.ara.pbx.function.FunctionException;
import org.ara.pbx.function.FunctionRegistry;
import org.ara.pbx.variable.Globals;
import org.ara.pbx.variable.VariableScope;

/** {@code Getvar} and {@code Setvar}: variables and functions of a channel, or global ones. */
record VariableActions(
    Pbx pbx,
    Globals globals,
    ChannelScopes scopes,
    FunctionRegistry functions,
    ManagerBoard board) {

  private static final String NEEDS_CHANNEL = "A function needs a Channel";

  List<ManagerAction> all() {
    return List.of(new Simple("Getvar", this::get), new Simple("Setvar", this::set));
  }

  private Reply get(Request request) {
    String name = request.text("Variable");
    if (name.isEmpty()) {
      return Reply.error("No variable specified");
    }
    if (!mayRead(request.client(), name)) {
      return Reply.error("GetVar Access Forbidden: Variable");
    }
    if (isFunction(name) && request.filled("Channel").isEmpty()) {
      return Reply.error(NEEDS_CHANNEL);
    }
    Optional<Channel> channel = Optional.empty();
    if (request.filled("Channel").isPresent()) {
      channel = pbx.channel(request.text("Channel"));
      if (channel.isEmpty()) {
        return Reply.error("No such channel");
      }
    }
    String value =
        channel.isPresent() ? read(scopes.of(channel.get(), warning -> {}), name) : global(name);
    return Reply.success("", List.of(new Header("Variable", name), new Header("Value", value)));
  }

  private static boolean isFunction(String name) {
    return name.indexOf('(') > 0 && name.endsWith(")");
  }

  private static boolean mayRead(Request.Client client, String name) {
    boolean database = SystemReach.ofDatabase(name);
    return client.reachesSystem()
        || (!SystemReach.ofDialplan(name)
            && !Secrets.isSecret(name)
            && (!database || client.rights().has(Permission.REPORTING)));
  }

  private static String read(VariableScope scope, String name) {
    int open = name.indexOf('(');
    String value =
        open > 0 && name.endsWith(")")
            ? scope.function(name.substring(0, open), name.substring(open + 1, name.length() - 1))
            : scope.variable(name);
    return value == null ? "" : value;
  }

  private String global(String name) {
    String value = globals.variable(name);
    if (value != null) {
      return value;
    }
    return name.equals("EPOCH") ? Long.toString(java.time.Instant.now().getEpochSecond()) : "";
  }

  private Reply set(Request request) {
    String name = request.text("Variable");
    String value = request.text("Value");
    if (name.isEmpty()) {
      return Reply.error("No variable specified");
    }
    boolean reaches =
        SystemReach.ofDialplan(name)
            || SystemReach.ofDialplan(value)
            || SystemReach.ofDatabase(name);
    if (reaches && !request.client().reachesSystem()) {
      return Reply.error("SetVar Access Forbidden: Variable");
    }
    if (isFunction(name) && request.filled("Channel").isEmpty()) {
      return Reply.error(NEEDS_CHANNEL);
    }
    if (request.filled("Channel").isEmpty()) {
      globals.set(name, value);
      board.tell(
          ManagerEvent.of(
              "VarSet",
              Permission.DIALPLAN,
              new Header("Variable", name),
              new Header("Value", Secrets.shown(name, value))));
      return Reply.success("Variable Set");
    }
    Optional<Channel> channel = pbx.channel(request.text("Channel"));
    return channel.isEmpty() ? Reply.error("No such channel") : write(channel.get(), name, value);
  }

  private Reply write(Channel channel, String name, String value) {
    int open = name.indexOf('(');
    if (open <= 0 || !name.endsWith(")")) {
      channel.variables().set(name, value);
      return Reply.success("Variable Set");
    }
    try {
      functions.write(
          channel, name.substring(0, open), name.substring(open + 1, name.length() - 1), value);
      return Reply.success("Variable Set");
    } catch (FunctionException e) {
      return Reply.error("Unable to set variable: " + e.getMessage());
    }
  }
}
