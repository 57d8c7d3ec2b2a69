package org.ara.server.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ara.module.Command;
import org.ara.server.stop.Shutdown;
import org.ara.server.stop.StopOrder;
import org.ara.server.stop.Urgency;

/** {@code core stop|restart now|gracefully|when convenient}: one of the six. */
public final class CoreStop implements Command {

  private final StopOrder order;
  private final Shutdown shutdown;

  private CoreStop(StopOrder order, Shutdown shutdown) {
    this.order = order;
    this.shutdown = shutdown;
  }

  /** All six, and the one that calls them off. */
  public static List<Command> all(Shutdown shutdown) {
    List<Command> commands = new ArrayList<>();
    for (Urgency urgency : Urgency.values()) {
      commands.add(new CoreStop(new StopOrder(urgency, false), shutdown));
      commands.add(new CoreStop(new StopOrder(urgency, true), shutdown));
    }
    commands.add(new CoreAbortShutdown(shutdown));
    return commands;
  }

  @Override
  public List<String> words() {
    List<String> words = new ArrayList<>(List.of("core", verb()));
    words.addAll(Arrays.asList(order.urgency().words().split(" ")));
    return words;
  }

  @Override
  public String summary() {
    return switch (order.urgency()) {
      case NOW -> order.restart() ? "Restart immediately" : "Shut down immediately";
      case GRACEFULLY -> order.restart() ? "Restart gracefully" : "Shut down gracefully";
      case WHEN_CONVENIENT ->
          (order.restart() ? "Restart" : "Shut down") + " when there are no calls";
    };
  }

  @Override
  public String usage() {
    String ends = order.restart() ? "starts the server again" : "ends the server";
    return "Usage: "
        + String.join(" ", words())
        + "\n       "
        + switch (order.urgency()) {
          case NOW -> "Hangs up all calls and " + ends + ".";
          case GRACEFULLY -> "Takes no more calls and " + ends + " when the last one is over.";
          case WHEN_CONVENIENT -> "Goes on taking calls and " + ends + " once there are none.";
        };
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    if (!arguments.isEmpty()) {
      return Status.USAGE;
    }
    return switch (shutdown.request(order)) {
      case DUE -> Status.SUCCESS;
      case WAITING -> {
        out.line("Waiting for inactivity to perform " + (order.restart() ? "restart" : "halt"));
        yield Status.SUCCESS;
      }
      case IGNORED -> {
        out.line("Ignoring asterisk shutdown request, already in progress.");
        yield Status.FAILURE;
      }
    };
  }

  private String verb() {
    return order.restart() ? "restart" : "stop";
  }
}
