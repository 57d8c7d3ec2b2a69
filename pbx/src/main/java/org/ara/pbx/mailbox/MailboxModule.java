package org.ara.pbx.mailbox;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.ara.module.InternalDatabase;
import org.ara.module.LoadPriority;
import org.ara.module.Module;
import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.ara.module.manager.ManagerAction;
import org.ara.module.manager.ManagerBoard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code res_mwi_external}: mailboxes whose messages another system keeps. */
public final class MailboxModule implements Module {

  private static final Logger LOG = LoggerFactory.getLogger(MailboxModule.class);

  @Override
  public String name() {
    return "res_mwi_external";
  }

  @Override
  public String description() {
    return "Message Counts of Other Systems";
  }

  @Override
  public LoadPriority priority() {
    return LoadPriority.CORE;
  }

  @Override
  public Set<String> needs() {
    return Set.of("pbx_core", "astdb");
  }

  @Override
  public void load(ModuleContext context) throws ModuleException {
    Mailboxes mailboxes = context.require(Mailboxes.class);
    ManagerBoard board = context.require(ManagerBoard.class);
    ExternalMailboxes external =
        new ExternalMailboxes(mailboxes, context.require(InternalDatabase.class));
    try {
      external.recall();
    } catch (IOException e) {
      LOG.warn("Message counts of before cannot be read: {}", e.getMessage());
    }
    List<ManagerAction> actions = external.actions();
    board.offer(actions);
    context.undo(() -> board.withdraw(actions));
  }
}
