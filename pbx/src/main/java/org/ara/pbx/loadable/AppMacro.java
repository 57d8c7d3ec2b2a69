package org.ara.pbx.loadable;

import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.ara.pbx.Routes;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.flow.Macro;
import org.ara.pbx.application.flow.MacroExit;

/** {@code app_macro}: Macro and MacroExit. */
public final class AppMacro extends ApplicationModule {

  public AppMacro() {
    super("app_macro", "Extension Macros");
  }

  @Override
  Application[] applications(ModuleContext context) throws ModuleException {
    return new Application[] {new Macro(context.require(Routes.class)), new MacroExit()};
  }
}
