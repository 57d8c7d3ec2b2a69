package org.ara.pbx.loadable;

import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.ara.pbx.Routes;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.flow.While;

/** {@code app_while}: While, EndWhile, ExitWhile, ContinueWhile. */
public final class AppWhile extends ApplicationModule {

  public AppWhile() {
    super("app_while", "While Loops and Conditional Execution");
  }

  @Override
  Application[] applications(ModuleContext context) throws ModuleException {
    return While.all(context.require(Routes.class));
  }
}
