package org.ara.pbx.loadable;

import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Applications;
import org.ara.pbx.application.flow.ExecIf;

/** {@code app_exec}: ExecIf. */
public final class AppExec extends ApplicationModule {

  public AppExec() {
    super("app_exec", "Executes dialplan applications");
  }

  @Override
  Application[] applications(ModuleContext context) throws ModuleException {
    return new Application[] {new ExecIf(context.require(Applications.class))};
  }
}
