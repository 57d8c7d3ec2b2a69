package org.ara.pbx.loadable;

import org.ara.module.ModuleContext;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.keys.Read;
import org.ara.pbx.media.Sounds;

/** {@code app_read}: Read. */
public final class AppRead extends ApplicationModule {

  public AppRead() {
    super("app_read", "Read Variable Application");
  }

  @Override
  Application[] applications(ModuleContext context) {
    return new Application[] {new Read(new Sounds(context.directories().data().resolve("sounds")))};
  }
}
