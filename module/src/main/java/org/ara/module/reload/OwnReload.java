package org.ara.module.reload;

import java.util.List;
import org.ara.module.Module;
import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.ara.module.Modules;

/**
 * What a module's own command reloads it with, such as {@code sip reload}: through the loader, so
 * that there is one reload at a time and everybody is told, or without one by the module itself.
 */
public final class OwnReload {

  private final ModuleContext context;
  private final Module module;

  /**
   * The reload of a module.
   *
   * @param context what the module was given
   */
  public OwnReload(ModuleContext context, Module module) {
    this.context = context;
    this.module = module;
  }

  /** Reloads the module. */
  public ModuleReload run() {
    try {
      return context.require(Modules.class).reload(List.of(module.name())).getFirst();
    } catch (ModuleException nobodyElse) {
      return byItself();
    }
  }

  private ModuleReload byItself() {
    try {
      module.reload();
      return ModuleReload.not(module.name(), ReloadResult.RELOADED, "");
    } catch (ModuleException e) {
      return ModuleReload.not(module.name(), ReloadResult.REFUSED, String.valueOf(e.getMessage()));
    }
  }
}
