package org.ara.manager.ami.session;

import java.time.Duration;
import java.time.Instant;
import org.ara.module.ServerFacts;
import org.ara.module.manager.Header;
import org.ara.module.manager.ManagerEvent;
import org.ara.module.manager.Permission;

/** The event that says that every module has started. */
public final class BootEvent {

  private BootEvent() {}

  /** The event as it is told now. */
  public static ManagerEvent of(ServerFacts facts) {
    Instant now = Instant.now();
    return ManagerEvent.of(
        "FullyBooted",
        Permission.SYSTEM,
        Header.of("Uptime", Duration.between(facts.started(), now).toSeconds()),
        Header.of("LastReload", Duration.between(facts.reloaded(), now).toSeconds()),
        new Header("Status", "Fully Booted"));
  }
}
