package org.ara.pbx.dialplan.realtime;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ara.module.Module;
import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.ara.module.reload.ReloadPlan;
import org.ara.pbx.dialplan.Switches;
import org.ara.realtime.Realtime;
import org.ara.realtime.Requirement;
import org.jspecify.annotations.Nullable;

/** {@code pbx_realtime}: brings the {@link RealtimeSwitch}. */
public final class RealtimeSwitchModule implements Module {

  private static final String FAMILY = "extensions";

  /** What every row of extensions has to hold, with the least that the columns are made for. */
  private static final List<Requirement> NEEDED =
      List.of(
          Requirement.text("context", 20),
          Requirement.text("exten", 20),
          Requirement.of("priority", Requirement.Type.UINTEGER1),
          Requirement.text("app", 20),
          Requirement.text("appdata", 20));

  private @Nullable Realtime realtime;

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
    Realtime families = context.require(Realtime.class);
    RealtimeSwitch added = new RealtimeSwitch(families);
    switches.register(added);
    context.undo(() -> switches.unregister(added));
    realtime = families;
    expectColumns(families);
  }

  /** {@inheritDoc} There are no files; whether the table has its columns is looked at again. */
  @Override
  public Optional<ReloadPlan> plan() {
    return Optional.ofNullable(realtime)
        .map(families -> new ReloadPlan(List.of(), List.of(), () -> expectColumns(families)));
  }

  private static void expectColumns(Realtime families) {
    if (families.isMapped(FAMILY)) {
      families.expect(FAMILY, NEEDED);
    }
  }
}
