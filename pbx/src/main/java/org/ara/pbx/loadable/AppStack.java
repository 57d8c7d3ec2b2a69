package org.ara.pbx.loadable;

import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.ara.pbx.Routes;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.flow.Gosub;
import org.ara.pbx.application.flow.GosubIf;
import org.ara.pbx.application.flow.Return;
import org.ara.pbx.application.flow.StackPop;

/** {@code app_stack}: Gosub, GosubIf, Return, StackPop. */
public final class AppStack extends ApplicationModule {

  public AppStack() {
    super("app_stack", "Dialplan subroutines (Gosub, Return, etc)");
  }

  @Override
  Application[] applications(ModuleContext context) throws ModuleException {
    Gosub gosub = new Gosub(context.require(Routes.class));
    return new Application[] {gosub, new GosubIf(gosub), new Return(), new StackPop()};
  }
}
