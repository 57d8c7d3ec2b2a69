package org.ara.pbx.loadable;

import org.ara.module.ModuleContext;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.signalling.Transfer;

/** {@code app_transfer}: Transfer. */
public final class AppTransfer extends ApplicationModule {

  public AppTransfer() {
    super("app_transfer", "Transfers a caller to another extension");
  }

  @Override
  Application[] applications(ModuleContext context) {
    return new Application[] {new Transfer()};
  }
}
