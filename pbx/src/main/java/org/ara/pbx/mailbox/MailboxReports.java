package org.ara.pbx.mailbox;

import java.util.Arrays;
import java.util.List;
import org.ara.module.manager.Header;
import org.ara.module.manager.ManagerAction;
import org.ara.module.manager.ManagerBoard;
import org.ara.module.manager.ManagerEvent;
import org.ara.module.manager.Permission;
import org.ara.module.manager.Permissions;
import org.ara.module.manager.Reply;
import org.ara.module.manager.Request;

/** What clients of the manager interface are told of mailboxes, and may ask. */
public final class MailboxReports implements MailboxListener {

  private static final Permissions CALL = Permissions.of(Permission.CALL);

  private final Mailboxes mailboxes;
  private final ManagerBoard board;

  private MailboxReports(Mailboxes mailboxes, ManagerBoard board) {
    this.mailboxes = mailboxes;
    this.board = board;
  }

  /** Has the clients of a board told of mailboxes of which nothing is known yet. */
  public static Mailboxes on(ManagerBoard board) {
    Mailboxes mailboxes = new Mailboxes();
    MailboxReports reports = new MailboxReports(mailboxes, board);
    mailboxes.watch(reports);
    board.offer(reports.actions());
    return mailboxes;
  }

  private List<ManagerAction> actions() {
    return List.of(
        new MailboxAction("MailboxStatus", this::status),
        new MailboxAction("MailboxCount", this::count));
  }

  @Override
  public void changed(String mailbox, MessageCount now) {
    if (board.isWanted(CALL)) {
      board.tell(
          ManagerEvent.of(
              "MessageWaiting",
              Permission.CALL,
              new Header("Mailbox", mailbox),
              Header.of("Waiting", now.waiting() ? 1 : 0),
              Header.of("New", now.fresh()),
              Header.of("Old", now.old())));
    }
  }

  private Reply status(Request request) {
    String boxes = request.text("Mailbox");
    return boxes.isBlank()
        ? Reply.error("Mailbox not specified")
        : Reply.success(
            "Mailbox Status",
            List.of(
                new Header("Mailbox", boxes), Header.of("Waiting", of(boxes).waiting() ? 1 : 0)));
  }

  private Reply count(Request request) {
    String boxes = request.text("Mailbox");
    if (boxes.isBlank()) {
      return Reply.error("Mailbox not specified");
    }
    MessageCount count = of(boxes);
    return Reply.success(
        "Mailbox Message Count",
        List.of(
            new Header("Mailbox", boxes),
            Header.of("UrgMessages", 0),
            Header.of("NewMessages", count.fresh()),
            Header.of("OldMessages", count.old())));
  }

  private MessageCount of(String boxes) {
    return mailboxes.together(
        Arrays.stream(boxes.split(",", -1)).filter(box -> !box.isBlank()).toList());
  }
}
