package org.ara.pbx.loadable;

import org.ara.module.ModuleContext;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.audio.Playback;
import org.ara.pbx.media.Sounds;

/** {@code app_playback}: Playback. */
public final class AppPlayback extends ApplicationModule {

  public AppPlayback() {
    super("app_playback", "Sound File Playback Application");
  }

  @Override
  Application[] applications(ModuleContext context) {
    return new Application[] {
      new Playback(new Sounds(context.directories().data().resolve("sounds")))
    };
  }
}
