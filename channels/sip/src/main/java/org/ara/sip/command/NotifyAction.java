package org.ara.sip.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ara.module.manager.ManagerAction;
import org.ara.module.manager.Reply;
import org.ara.module.manager.Request;
import org.ara.sip.nudge.Nudge;
import org.ara.sip.nudge.Nudges;

/** The action {@code SIPnotify}: sends a phone a NOTIFY of the client's making. */
public record NotifyAction(Nudges nudges) implements ManagerAction {

  @Override
  public String name() {
    return "SIPnotify";
  }

  @Override
  public Reply run(Request request) {
    String peer = request.text("Channel").replaceFirst("(?i)^SIP/", "");
    if (peer.isEmpty()) {
      return Reply.error("SIPNotify requires a channel name");
    }
    List<Nudge.Field> fields = new ArrayList<>();
    for (String variable : request.all("Variable")) {
      int equals = variable.indexOf('=');
      if (equals <= 0) {
        return Reply.error("Variable is not Name=Value: " + variable);
      }
      fields.add(
          new Nudge.Field(
              variable.substring(0, equals).strip(), variable.substring(equals + 1).strip()));
    }
    if (fields.isEmpty()) {
      return Reply.error("SIPNotify requires at least one variable pair");
    }
    try {
      Optional<String> failure = nudges.send(peer, Nudge.of(fields));
      return failure.map(Reply::error).orElseGet(() -> Reply.success("Notify Sent"));
    } catch (IllegalArgumentException e) {
      return Reply.error(String.valueOf(e.getMessage()));
    }
  }
}
