package org.ara.pbx.loadable;

import org.ara.module.ModuleContext;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.text.Log;
import org.ara.pbx.application.text.Verbose;

/** {@code app_verbose}: Verbose and Log. */
public final class AppVerbose extends ApplicationModule {

  public AppVerbose() {
    super("app_verbose", "Send verbose output");
  }

  @Override
  Application[] applications(ModuleContext context) {
    return new Application[] {new Log(), new Verbose()};
  }
}
