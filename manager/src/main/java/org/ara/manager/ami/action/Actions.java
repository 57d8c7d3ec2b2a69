package org.ara.manager.ami.action;

import java.util.ArrayList;
import java.util.List;
import org.ara.manager.Dispatcher;
import org.ara.manager.ami.files.ConfigFiles;
import org.ara.manager.ami.files.FileActions;
import org.ara.module.InternalDatabase;
import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.ara.module.Modules;
import org.ara.module.ServerFacts;
import org.ara.module.log.ServerLog;
import org.ara.module.manager.ManagerAction;
import org.ara.module.manager.ManagerBoard;
import org.ara.pbx.Pbx;
import org.ara.pbx.application.Applications;
import org.ara.pbx.device.Hints;
import org.ara.pbx.dialplan.CurrentDialplan;
import org.ara.pbx.function.ChannelScopes;
import org.ara.pbx.function.FunctionRegistry;
import org.ara.pbx.originate.Originator;
import org.ara.realtime.Realtime;
import org.ara.realtime.status.Inspection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The actions that the manager itself offers; other modules offer more. */
public final class Actions {

  private static final Logger LOG = LoggerFactory.getLogger(Actions.class);

  private Actions() {}

  /**
   * All of them.
   *
   * @param hints what numbers tell about devices
   * @throws ModuleException if something they work with is missing
   */
  public static List<ManagerAction> of(ModuleContext context, Hints hints) throws ModuleException {
    List<ManagerAction> all = new ArrayList<>();
    Pbx pbx = context.require(Pbx.class);
    Realtime realtime = context.require(Realtime.class);
    ManagerBoard board = context.require(ManagerBoard.class);
    Dispatcher dispatcher = context.require(Dispatcher.class);
    CurrentDialplan dialplan = context.require(CurrentDialplan.class);
    Modules modules = context.require(Modules.class);
    Applications applications = context.require(Applications.class);
    all.add(new CommandAction(dispatcher));
    all.add(new UserEventAction(board));
    all.add(new OriginateAction(pbx, new Originator(pbx, applications), board));
    all.addAll(ChannelActions.of(pbx));
    all.addAll(new RedirectActions(pbx).all());
    all.add(new KeyAction(pbx));
    all.addAll(new DialplanActions(dialplan, hints).all());
    all.addAll(new ModuleActions(modules).all());
    all.addAll(new RealtimeActions(realtime, context.require(Inspection.class)).all());
    all.addAll(
        new VariableActions(
                pbx,
                dialplan.globals(),
                context.require(ChannelScopes.class),
                context.require(FunctionRegistry.class),
                board)
            .all());
    all.addAll(
        new FileActions(new ConfigFiles(context.directories().etc()), context.config(), modules)
            .all());
    all.addAll(database(context));
    all.addAll(log(context));
    all.addAll(CoreActions.of(context.require(ServerFacts.class), pbx, realtime));
    return List.copyOf(all);
  }

  /** Those of the internal database, if a module keeps one. */
  private static List<ManagerAction> database(ModuleContext context) {
    try {
      return new DatabaseActions(context.require(InternalDatabase.class)).all();
    } catch (ModuleException e) {
      LOG.info("manager: no actions on the internal database: {}", e.getMessage());
      return List.of();
    }
  }

  /** Those of the log, if the program that this runs in leaves it to a module. */
  private static List<ManagerAction> log(ModuleContext context) {
    try {
      return List.of(new LogAction(context.require(ServerLog.class)));
    } catch (ModuleException e) {
      LOG.info("manager: no actions on the log: {}", e.getMessage());
      return List.of();
    }
  }
}
