package org.ara.manager.ami.action;

import java.util.List;
import java.util.regex.Pattern;
import org.ara.manager.Dispatcher;
import org.ara.manager.Transcript;
import org.ara.manager.ami.guard.SystemReach;
import org.ara.module.Command.Status;
import org.ara.module.manager.Header;
import org.ara.module.manager.ManagerAction;
import org.ara.module.manager.Reply;
import org.ara.module.manager.Request;

/** {@code Command}: runs a console command and answers with what it prints. */
final class CommandAction implements ManagerAction {

  private static final String FOLLOWS = "Command output follows";
  private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;]*m|\\\\x1b\\[[0-9;]*m");

  private final Dispatcher dispatcher;

  CommandAction(Dispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  @Override
  public String name() {
    return "Command";
  }

  @Override
  public Reply run(Request request) {
    String line = request.text("Command");
    String meant = dispatcher.meaning(line);
    if (line.isBlank()) {
      return Reply.error("No command provided");
    }
    if (SystemReach.barred(meant)) {
      return Reply.error("Command blacklisted");
    }
    if (SystemReach.ofCommand(meant) && !request.client().reachesSystem()) {
      return Reply.error("Permission denied");
    }
    Transcript transcript = new Transcript();
    Status status = dispatcher.execute(line, transcript);
    List<Header> output =
        COLOURS
            .matcher(transcript.toString())
            .replaceAll("")
            .lines()
            .map(text -> new Header("Output", text))
            .toList();
    List<Header> shown = output.isEmpty() ? List.of(new Header("Output", "")) : output;
    return status == Status.SUCCESS
        ? Reply.success(FOLLOWS, shown)
        : new Reply.Failed(FOLLOWS, shown);
  }
}
