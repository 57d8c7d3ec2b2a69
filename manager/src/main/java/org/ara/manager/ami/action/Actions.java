package org.ara.manager.ami.action;

import java.util.ArrayList;
import java.util.List;
import org.ara.manager.Dispatcher;
import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.ara.module.ServerFacts;
import org.ara.module.manager.ManagerAction;
import org.ara.pbx.Pbx;
import org.ara.realtime.Realtime;

/** The actions that the manager itself offers; other modules offer more. */
public final class Actions {

  private Actions() {}

  /**
   * All of them.
   *
   * @throws ModuleException if something they work with is missing
   */
  public static List<ManagerAction> of(ModuleContext context) throws ModuleException {
    List<ManagerAction> all = new ArrayList<>();
    Pbx pbx = context.require(Pbx.class);
    Realtime realtime = context.require(Realtime.class);
    all.add(new CommandAction(context.require(Dispatcher.class)));
    all.addAll(CoreActions.of(context.require(ServerFacts.class), pbx, realtime));
    return List.copyOf(all);
  }
}
