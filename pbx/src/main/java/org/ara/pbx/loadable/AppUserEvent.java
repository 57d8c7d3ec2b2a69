package org.ara.pbx.loadable;

import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.ara.module.manager.ManagerBoard;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.text.UserEvent;

/** {@code app_userevent}: UserEvent. */
public final class AppUserEvent extends ApplicationModule {

  public AppUserEvent() {
    super("app_userevent", "Custom User Event Application");
  }

  @Override
  Application[] applications(ModuleContext context) throws ModuleException {
    return new Application[] {new UserEvent(context.require(ManagerBoard.class))};
  }
}
