package org.ara.manager.ami.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ara.module.manager.Header;
import org.ara.module.manager.ManagerAction;
import org.ara.module.manager.ManagerBoard;
import org.ara.module.manager.ManagerEvent;
import org.ara.module.manager.Permission;
import org.ara.module.manager.Permissions;
import org.ara.module.manager.Reply;
import org.ara.module.manager.Request;

/** {@code UserEvent}: tells everybody an event of the client's own. */
final class UserEventAction implements ManagerAction {

  /** Headers that would make it look like something else, and those that are the request's own. */
  private static final Set<String> OURS =
      Set.of("action", "userevent", "event", "response", "privilege", "timestamp", "systemname");

  private final ManagerBoard board;

  UserEventAction(ManagerBoard board) {
    this.board = board;
  }

  @Override
  public String name() {
    return "UserEvent";
  }

  @Override
  public Reply run(Request request) {
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("UserEvent", request.text("UserEvent")));
    for (Header header : request.headers()) {
      if (!OURS.contains(header.name().strip().toLowerCase(Locale.ROOT))) {
        headers.add(header);
      }
    }
    board.tell(new ManagerEvent("UserEvent", Permissions.of(Permission.USER), headers));
    return Reply.success("Event Sent");
  }
}
