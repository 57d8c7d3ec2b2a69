package org.ara.server;

import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.ara.module.ServerFacts;
import org.ara.server.loader.ModuleLoader;

/**
 * What modules may know of a server.
 *
 * @param started when it was started
 * @param loader knows of reloads
 * @param booted open once every module has started
 * @param stopping whether it is about to end
 * @param systemName may be empty
 */
record Facts(
    Instant started,
    ModuleLoader loader,
    CountDownLatch booted,
    BooleanSupplier stopping,
    String systemName)
    implements ServerFacts {

  @Override
  public Instant reloaded() {
    return loader.lastReload().orElse(started);
  }

  @Override
  public boolean isBooted() {
    return booted.getCount() == 0;
  }

  @Override
  public boolean isStopping() {
    return stopping.getAsBoolean();
  }
}
