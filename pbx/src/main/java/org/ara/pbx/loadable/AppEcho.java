package org.ara.pbx.loadable;

import org.ara.module.ModuleContext;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.audio.Echo;

/** {@code app_echo}: Echo. */
public final class AppEcho extends ApplicationModule {

  public AppEcho() {
    super("app_echo", "Simple Echo Application");
  }

  @Override
  Application[] applications(ModuleContext context) {
    return new Application[] {new Echo()};
  }
}
