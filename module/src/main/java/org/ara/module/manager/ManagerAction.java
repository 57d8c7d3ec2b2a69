package org.ara.module.manager;

/**
 * Something that clients of the manager interface may ask for. Who may is not its business: the
 * manager's table of actions says so, and an action that the table lacks cannot be asked for.
 */
public interface ManagerAction {

  /** Its name in that table, {@code SIPpeers}. */
  String name();

  /** Does it, blocking as long as it takes, on the thread of the client's session. */
  Reply run(Request request);
}
