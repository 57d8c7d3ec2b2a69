package org.ara.module.manager;

import java.util.function.Function;

/**
 * Something that clients of the manager interface may ask for. Who may is not its business: the
 * manager's table of actions says so, and an action that the table lacks cannot be asked for.
 */
public interface ManagerAction {

  /** Its name in that table, {@code SIPpeers}. */
  String name();

  /** Does it, blocking as long as it takes, on the thread of the client's session. */
  Reply run(Request request);

  /** An action that is told by what it does. */
  static ManagerAction of(String name, Function<Request, Reply> work) {
    return new ManagerAction() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Reply run(Request request) {
        return work.apply(request);
      }
    };
  }
}
