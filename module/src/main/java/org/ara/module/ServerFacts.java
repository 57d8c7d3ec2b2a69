package org.ara.module;

import java.time.Instant;

/** What modules may know of the server they run in. Published as a service by the server. */
public interface ServerFacts {

  /** When it was started. */
  Instant started();

  /** When everything was last reloaded; the start if never. */
  Instant reloaded();

  /** Whether every module has started. */
  boolean isBooted();

  /** Whether it is about to end. */
  boolean isStopping();

  /** {@code systemname} of {@code asterisk.conf}; may be empty. */
  String systemName();
}
