package org.ara.pbx.loadable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.ara.module.LoadPriority;
import org.ara.module.Module;
import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.ara.module.ServerFacts;
import org.ara.module.manager.ManagerBoard;
import org.ara.module.manager.SecurityLog;
import org.ara.pbx.HangupCause;
import org.ara.pbx.Pbx;
import org.ara.pbx.Routes;
import org.ara.pbx.application.Applications;
import org.ara.pbx.application.keys.Background;
import org.ara.pbx.console.Descriptions;
import org.ara.pbx.console.LiveCalls;
import org.ara.pbx.console.RequestHangup;
import org.ara.pbx.console.ShowCalls;
import org.ara.pbx.console.ShowChannel;
import org.ara.pbx.console.ShowChannels;
import org.ara.pbx.device.DeviceStates;
import org.ara.pbx.dialplan.CurrentDialplan;
import org.ara.pbx.function.ChannelScopes;
import org.ara.pbx.function.FunctionRegistry;
import org.ara.pbx.local.LocalDriver;
import org.ara.pbx.mailbox.MailboxReports;
import org.ara.pbx.mailbox.Mailboxes;
import org.ara.pbx.media.Sounds;
import org.jspecify.annotations.Nullable;

/**
 * {@code pbx_core}: offers the exchange and the registries of applications and functions to all
 * other modules.
 */
public final class PbxCore implements Module {

  private @Nullable Pbx pbx;

  @Override
  public String name() {
    return "pbx_core";
  }

  @Override
  public String description() {
    return "Channels, Calls and the Dialplan Run Loop";
  }

  @Override
  public LoadPriority priority() {
    return LoadPriority.CORE;
  }

  @Override
  public boolean builtIn() {
    return true;
  }

  @Override
  public Set<String> needs() {
    return Set.of("pbx_config");
  }

  @Override
  public void load(ModuleContext context) throws ModuleException {
    CurrentDialplan dialplan = context.require(CurrentDialplan.class);
    InstantSource clock = InstantSource.system();
    Instant started = started(context, clock);
    Core core = Core.of(context.systemName(), clock, dialplan, context.options());
    pbx = core.pbx();
    core.pbx().watch(new LiveCalls());
    closeUntilBooted(context, core.pbx());
    ManagerBoard board = new ManagerBoard();
    board.watch(new SecurityLog());
    context.publish(ManagerBoard.class, board);
    context.publish(Pbx.class, core.pbx());
    core.pbx().register(new LocalDriver(core.pbx()));
    context.publish(Mailboxes.class, MailboxReports.on(board));
    context.publish(DeviceStates.class, new DeviceStates(core.pbx()));
    context.publish(Routes.class, core.routes());
    Sounds sounds = new Sounds(context.directories().data().resolve("sounds"));
    core.applications().register(new Background(sounds, core.routes()));
    context.publish(Applications.class, core.applications());
    context.publish(FunctionRegistry.class, core.functions());
    context.publish(ChannelScopes.class, core.scopes());
    context.register(new ShowChannels(core.pbx(), clock));
    context.register(new ShowChannel(core.pbx(), clock));
    context.register(new ShowCalls(core.pbx(), () -> Duration.between(started, clock.instant())));
    context.register(new RequestHangup(core.pbx()));
    Descriptions.commands(core.applications(), core.functions()).forEach(context::register);
  }

  private static Instant started(ModuleContext context, InstantSource clock) {
    try {
      return context.require(ServerFacts.class).started();
    } catch (ModuleException e) {
      return clock.instant(); // there is no server; the core starts with the program
    }
  }

  /** Calls that come while applications and switches are still missing are sent away for now. */
  private static void closeUntilBooted(ModuleContext context, Pbx pbx) {
    try {
      if (!context.require(ServerFacts.class).isBooted()) {
        pbx.admission().close("the server is starting");
      }
    } catch (ModuleException e) {
      return; // a program that loads modules itself starts them before it takes calls
    }
  }

  /** Hangs up whatever is left; the drivers say goodbye to the phones. */
  @Override
  public void unload() {
    if (pbx != null) {
      pbx.channels().forEach(channel -> channel.hangUp(HangupCause.NORMAL_CLEARING));
    }
  }
}
