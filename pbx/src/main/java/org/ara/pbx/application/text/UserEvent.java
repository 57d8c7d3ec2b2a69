package org.ara.pbx.application.text;

import java.util.ArrayList;
import java.util.List;
import org.ara.module.manager.Header;
import org.ara.module.manager.ManagerBoard;
import org.ara.module.manager.ManagerEvent;
import org.ara.module.manager.Permission;
import org.ara.module.manager.Permissions;
import org.ara.pbx.Channel;
import org.ara.pbx.Description;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Call;
import org.ara.pbx.application.Outcome;
import org.ara.pbx.dialplan.Arguments;

/** Tells the clients of the manager interface something. */
public final class UserEvent implements Application {

  private final ManagerBoard board;

  public UserEvent(ManagerBoard board) {
    this.board = board;
  }

  @Override
  public Description description() {
    return new Description(
        "UserEvent",
        "Sends an event to clients of the manager interface",
        "UserEvent(name[,header:value[,header:value...]])",
        "The event is called UserEvent, for those who may read the class user. It names the channel"
            + " and has the name and the headers given here.");
  }

  @Override
  public Outcome run(Call call, String arguments) {
    Arguments split = Arguments.split(arguments);
    if (split.text(0).isBlank()) {
      call.warn("the event needs a name");
      return Outcome.NEXT;
    }
    Channel channel = call.channel();
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("Channel", channel.name()));
    headers.add(new Header("Uniqueid", channel.uniqueId()));
    headers.add(new Header("Linkedid", channel.linkedId()));
    headers.add(new Header("UserEvent", oneLine(split.text(0))));
    for (String text : split.values().subList(1, split.count())) {
      int colon = text.indexOf(':');
      if (colon < 1) {
        call.warn("'" + text + "' is not of the form header:value; left out");
      } else {
        headers.add(
            new Header(oneLine(text.substring(0, colon)), oneLine(text.substring(colon + 1))));
      }
    }
    board.tell(new ManagerEvent("UserEvent", Permissions.of(Permission.USER), headers));
    return Outcome.NEXT;
  }

  /** What callers choose must not start a header of its own. */
  private static String oneLine(String text) {
    return text.replaceAll("[\\r\\n]+", " ").strip();
  }
}
