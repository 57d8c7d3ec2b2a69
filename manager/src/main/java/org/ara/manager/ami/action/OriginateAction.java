package org.ara.manager.ami.action;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ara.manager.ami.guard.SystemReach;
import org.ara.module.manager.Header;
import org.ara.module.manager.ManagerAction;
import org.ara.module.manager.ManagerBoard;
import org.ara.module.manager.ManagerEvent;
import org.ara.module.manager.Permission;
import org.ara.module.manager.Permissions;
import org.ara.module.manager.Reply;
import org.ara.module.manager.Request;
import org.ara.pbx.CallerId;
import org.ara.pbx.Location;
import org.ara.pbx.Pbx;
import org.ara.pbx.originate.Origination;
import org.ara.pbx.originate.Originator;
import org.ara.realtime.Lookup;

/** {@code Originate}: calls a phone and connects it with the dialplan or an application. */
final class OriginateAction implements ManagerAction {

  private static final Duration USUAL = Duration.ofSeconds(30);

  private final Pbx pbx;
  private final Originator originator;
  private final ManagerBoard board;

  OriginateAction(Pbx pbx, Originator originator, ManagerBoard board) {
    this.pbx = pbx;
    this.originator = originator;
    this.board = board;
  }

  @Override
  public String name() {
    return "Originate";
  }

  @Override
  public Reply run(Request request) {
    Optional<String> refusal = refusal(request);
    if (refusal.isPresent()) {
      return Reply.error(refusal.get());
    }
    Origination call = call(request);
    if (request.isYes("Async")) {
      Thread unused =
          Thread.ofVirtual()
              .name("originate")
              .start(() -> tell(request, call, originator.call(call)));
      return Reply.success("Originate successfully queued");
    }
    return originator.call(call).answered()
        ? Reply.success("Originate successfully queued")
        : Reply.error("Originate failed");
  }

  private Optional<String> refusal(Request request) {
    String channel = request.text("Channel");
    boolean application = request.filled("Application").isPresent();
    if (channel.isEmpty()) {
      return Optional.of("Channel not specified");
    }
    if (channel.indexOf('/') <= 0) {
      return Optional.of("Invalid channel");
    }
    if (!request.text("Timeout").matches("[0-9]{0,9}")) {
      return Optional.of("Invalid timeout");
    }
    if (forbidden(request)) {
      return Optional.of("Originate Access Forbidden: app or data blacklisted");
    }
    if (application) {
      return Optional.empty();
    }
    if (request.filled("Exten").isEmpty()
        || request.filled("Context").isEmpty()
        || request.filled("Priority").isEmpty()) {
      return Optional.of("Originate with 'Exten' requires 'Context' and 'Priority'");
    }
    if (!request.text("Priority").matches("[1-9][0-9]{0,8}")) {
      return Optional.of("Invalid priority");
    }
    return pbx.match(request.text("Context"), request.text("Exten"), "")
                instanceof Lookup.Found<Pbx.NumberMatch>(Pbx.NumberMatch match)
            && match == Pbx.NumberMatch.COMPLETE
        ? Optional.empty()
        : Optional.of("Extension does not exist.");
  }

  /** Whether it would reach the system and the client may not. */
  private static boolean forbidden(Request request) {
    List<String> texts = new ArrayList<>(request.all("Variable"));
    texts.add(request.text("Data"));
    texts.add(request.text("Channel"));
    return !request.client().reachesSystem()
        && (SystemReach.ofApplication(request.text("Application"))
            || texts.stream().anyMatch(SystemReach::ofDialplan)
            || texts.stream().anyMatch(SystemReach::ofDatabase));
  }

  private static Origination call(Request request) {
    String channel = request.text("Channel");
    int slash = channel.indexOf('/');
    Duration timeout =
        request
            .filled("Timeout")
            .map(text -> Duration.ofMillis(Long.parseLong(text)))
            .filter(time -> !time.isZero())
            .orElse(USUAL);
    Origination.Then then =
        request.filled("Application").isPresent()
            ? new Origination.Then.Application(request.text("Application"), request.text("Data"))
            : new Origination.Then.Dialplan(
                new Location(
                    request.text("Context"),
                    request.text("Exten"),
                    Integer.parseInt(request.text("Priority"))));
    return new Origination(
        channel.substring(0, slash),
        channel.substring(slash + 1),
        CallerId.parse(request.text("CallerID")),
        variables(request),
        timeout,
        then);
  }

  private static Map<String, String> variables(Request request) {
    List<String> written = new ArrayList<>(request.client().variables());
    for (String line : request.all("Variable")) {
      written.addAll(List.of(line.split("[,|]", -1)));
    }
    Map<String, String> variables = new LinkedHashMap<>();
    for (String variable : written) {
      int equals = variable.indexOf('=');
      if (equals > 0) {
        variables.put(variable.substring(0, equals).strip(), variable.substring(equals + 1));
      }
    }
    request.filled("Account").ifPresent(account -> variables.put("ACCOUNTCODE", account));
    return variables;
  }

  private void tell(Request request, Origination call, Originator.Result result) {
    List<Header> headers = new ArrayList<>();
    request.actionId().ifPresent(id -> headers.add(new Header("ActionID", id)));
    headers.add(new Header("Response", result.answered() ? "Success" : "Failure"));
    headers.add(new Header("Channel", result.channel().orElse(request.text("Channel"))));
    switch (call.then()) {
      case Origination.Then.Dialplan(Location place) -> {
        headers.add(new Header("Context", place.context()));
        headers.add(new Header("Exten", place.extension()));
      }
      case Origination.Then.Application(String application, String data) -> {
        headers.add(new Header("Application", application));
        headers.add(new Header("Data", data));
      }
    }
    headers.add(Header.of("Reason", result.reason()));
    headers.add(new Header("Uniqueid", result.uniqueId().orElse("<null>")));
    headers.add(new Header("CallerIDNum", known(call.callerId().number())));
    headers.add(new Header("CallerIDName", known(call.callerId().name())));
    board.tell(new ManagerEvent("OriginateResponse", Permissions.of(Permission.CALL), headers));
  }

  private static String known(String text) {
    return text.isEmpty() ? "<unknown>" : text;
  }
}
