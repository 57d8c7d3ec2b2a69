package org.ara.pbx.loadable;

import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.ara.pbx.Pbx;
import org.ara.pbx.application.Application;
import org.ara.pbx.dial.Dial;

/** {@code app_dial}: Calls phones: Dial. */
public final class AppDial extends ApplicationModule {

  public AppDial() {
    super("app_dial", "Dialing Application");
  }

  @Override
  Application[] applications(ModuleContext context) throws ModuleException {
    return new Application[] {new Dial(context.require(Pbx.class))};
  }
}
