package org.ara.pbx.dialplan.realtime;

import java.util.Set;
import org.ara.module.Module;
import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.ara.pbx.dialplan.Switches;
import org.ara.realtime.Realtime;

/** {@code pbx_realtime}: brings the {@link RealtimeSwitch}. */
public final class RealtimeSwitchModule implements Module {

  @Override
  public String name() {
    return "pbx_realtime";
  }

  @Override
  public String description() {
    return "Realtime Switch";
  }

  @Override
  public Set<String> needs() {
    return Set.of("pbx_config");
  }

  @Override
  public void load(ModuleContext context) throws ModuleException {
    Switches switches = context.require(Switches.class);
    RealtimeSwitch added = new RealtimeSwitch(context.require(Realtime.class));
    switches.register(added);
    context.undo(() -> switches.unregister(added));
  }
}
