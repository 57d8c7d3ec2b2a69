package org.ara.pbx.mailbox;

import java.io.IOException;
import org.ara.module.manager.ManagerAction;
import org.ara.module.manager.Reply;
import org.ara.module.manager.Request;

/**
 * An action about mailboxes, which may find the disk broken.
 *
 * @param name as clients ask for it
 * @param work what it does
 */
record MailboxAction(String name, Work work) implements ManagerAction {

  @FunctionalInterface
  interface Work {
    Reply on(Request request) throws IOException;
  }

  @Override
  public Reply run(Request request) {
    try {
      return work.on(request);
    } catch (IOException e) {
      return Reply.error("The internal database cannot be used: " + e.getMessage());
    }
  }
}
