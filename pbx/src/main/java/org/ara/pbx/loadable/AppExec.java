package org.ara.pbx.loadable;

import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Applications;
import org.ara.pbx.application.flow.Exec;
import org.ara.pbx.application.flow.ExecIf;
import org.ara.pbx.application.flow.TryExec;

/** {@code app_exec}: Exec, ExecIf and TryExec. */
public final class AppExec extends ApplicationModule {

  public AppExec() {
    super("app_exec", "Executes dialplan applications");
  }

  @Override
  Application[] applications(ModuleContext context) throws ModuleException {
    Applications applications = context.require(Applications.class);
    return new Application[] {
      new Exec(applications), new ExecIf(applications), new TryExec(applications)
    };
  }
}
