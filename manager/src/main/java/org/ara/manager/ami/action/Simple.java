package org.ara.manager.ami.action;

import java.util.function.Function;
import org.ara.module.manager.ManagerAction;
import org.ara.module.manager.Reply;
import org.ara.module.manager.Request;

/** An action that one method performs. */
record Simple(String name, Function<Request, Reply> work) implements ManagerAction {

  @Override
  public Reply run(Request request) {
    return work.apply(request);
  }
}
