package org.ara.manager.ami.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ara.manager.ami.action.ActionTable;
import org.ara.manager.ami.event.EventFilter;
import org.ara.manager.ami.event.EventText;
import org.ara.manager.ami.wire.Inbound;
import org.ara.module.manager.Header;
import org.ara.module.manager.ManagerAction;
import org.ara.module.manager.Permission;
import org.ara.module.manager.Permissions;
import org.ara.module.manager.Reply;
import org.ara.module.manager.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Performs what a client asks for: looks whether it may, does what concerns the session alone, has
 * the rest done by the action that is offered, and writes the reply.
 */
final class SessionActions {

  private static final Logger LOG = LoggerFactory.getLogger(SessionActions.class);

  private final Session session;
  private final Surroundings surroundings;
  private final Output out;
  private final LoginDesk desk;
  private boolean holdingBack;

  SessionActions(Session session, Surroundings surroundings, Sessions sessions, Output out) {
    this.session = session;
    this.surroundings = surroundings;
    this.out = out;
    this.desk = new LoginDesk(session, surroundings, sessions);
  }

  /** Whether events wait for the next action. */
  boolean holdsEventsBack() {
    return holdingBack;
  }

  /** Performs one message; false if the session ends with it. */
  boolean perform(Inbound message) throws SlowClientException, InterruptedException {
    Request request = new Request(message.headers(), client());
    holdingBack = request.find("SuppressEvents").isPresent();
    Optional<String> name =
        request.all("Action").stream().filter(action -> !action.isEmpty()).findFirst();
    if (message instanceof Inbound.Malformed(List<Header> ignored, String why)) {
      write(request, Reply.error(why));
    } else if (name.isEmpty()) {
      write(request, Reply.error("Missing action in request"));
    } else if (surroundings.facts().isStopping()) {
      write(request, Reply.error("Asterisk is shutting down"));
    } else {
      return perform(name.get(), request);
    }
    return true;
  }

  private boolean perform(String name, Request request)
      throws SlowClientException, InterruptedException {
    String key = name.toLowerCase(Locale.ROOT);
    switch (key) {
      case "login" -> {
        LoginDesk.Result result = desk.login(request);
        write(request, result.reply());
        greet(result);
        return result.stays();
      }
      case "challenge" -> {
        LoginDesk.Result result = desk.challenge(request);
        write(request, result.reply());
        return result.stays();
      }
      case "logoff" -> {
        write(request, new Reply.Done("Goodbye", "Thanks for all the fish.", List.of()));
        return false;
      }
      default -> {
        perform(name, key, request);
        return true;
      }
    }
  }

  private void perform(String name, String key, Request request)
      throws SlowClientException, InterruptedException {
    Optional<ActionTable.Entry> entry = ActionTable.find(key);
    if (session.login().isEmpty()) {
      write(request, Reply.error("Permission denied"));
    } else if (entry.isEmpty()) {
      write(request, unknown(name));
    } else if (!entry.get().allows(request.client().rights())) {
      SecurityEvents.tell(
          surroundings.board(),
          SecurityEvents.Kind.NOT_ALLOWED,
          request.client().user(),
          session.number(),
          session.client(),
          new Header("RequestType", entry.get().name()));
      write(request, Reply.error("Permission denied"));
    } else {
      allowed(name, key, request);
    }
  }

  private void allowed(String name, String key, Request request)
      throws SlowClientException, InterruptedException {
    switch (key) {
      case "ping" ->
          write(
              request,
              Reply.success(
                  "",
                  List.of(
                      new Header("Ping", "Pong"),
                      new Header("Timestamp", EventText.timestamp(Instant.now())))));
      case "events" -> events(request);
      case "filter" -> write(request, filter(request));
      case "waitevent" -> waitEvent(request);
      case "listcommands" -> write(request, commands(request));
      default -> {
        Optional<ManagerAction> action = surroundings.board().action(key);
        write(request, action.isEmpty() ? unknown(name) : run(action.get(), request));
      }
    }
  }

  private static Reply run(ManagerAction action, Request request) {
    try {
      return action.run(request);
    } catch (RuntimeException e) {
      LOG.error("manager: the action {} has a fault", action.name(), e);
      return Reply.error("An unknown error occurred");
    }
  }

  private static Reply unknown(String name) {
    return Reply.error(
        "Invalid/unknown command: "
            + name
            + ". Use Action: ListCommands to show available commands.");
  }

  private void greet(LoginDesk.Result result) throws SlowClientException {
    if (result.accepted()
        && surroundings.facts().isBooted()
        && session.wants(Permissions.of(Permission.SYSTEM))) {
      out.add(
          EventText.of(
                  BootEvent.of(surroundings.facts()),
                  surroundings.facts().systemName(),
                  Optional.empty())
              .text());
    }
  }

  private void events(Request request) throws SlowClientException {
    boolean silent = surroundings.settings().get().events().brokenAction();
    Optional<Permissions> mask = Permissions.mask(request.text("EventMask"));
    if (mask.isEmpty()) {
      if (!silent) {
        write(request, Reply.error("Invalid event mask"));
      }
      return;
    }
    session.wanting(mask.get());
    if (!silent || !mask.get().equals(Permissions.ALL)) {
      String state = mask.get().isEmpty() ? "Off" : "On";
      write(request, Reply.success("", List.of(new Header("Events", state))));
    }
  }

  private Reply filter(Request request) {
    if (!request.text("Operation").equalsIgnoreCase("Add")) {
      return Reply.error("Unknown operation");
    }
    String option =
        request.filled("MatchCriteria").map(c -> "eventfilter(" + c + ")").orElse("eventfilter");
    try {
      session.filter(EventFilter.parse(option, request.text("Filter")));
      return Reply.success("Success");
    } catch (IllegalArgumentException e) {
      return Reply.error("Filter format error: " + e.getMessage());
    }
  }

  private void waitEvent(Request request) throws SlowClientException, InterruptedException {
    int seconds;
    try {
      seconds = request.filled("Timeout").map(Integer::parseInt).orElse(-1);
    } catch (NumberFormatException e) {
      write(request, Reply.error("Invalid timeout"));
      return;
    }
    out.flush();
    boolean unused = session.awaitEvent(seconds < 0 ? -1 : Duration.ofSeconds(seconds).toNanos());
    write(request, Reply.success("Waiting for Event completed."));
    session.flushEvents();
    out.header("Event", "WaitEventComplete");
    request.actionId().ifPresent(id -> out.header("ActionID", id));
    out.end();
  }

  private Reply commands(Request request) {
    List<Header> lines =
        ActionTable.all().stream()
            .filter(entry -> entry.allows(request.client().rights()))
            .map(
                entry ->
                    new Header(entry.name(), entry.synopsis() + " (Priv: " + entry.classes() + ")"))
            .toList();
    return Reply.success("", lines);
  }

  private Request.Client client() {
    return session
        .login()
        .map(Login::client)
        .orElseGet(() -> new Request.Client("", Permissions.NONE, List.of()));
  }

  private void write(Request request, Reply reply) throws SlowClientException {
    new ReplyWriter(out, request.actionId()).write(reply);
  }
}
