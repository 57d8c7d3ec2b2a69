package org.ara.pbx.dialplan;

import java.util.Objects;
import java.util.Optional;

/**
 * The {@code [general]} section of {@code extensions.conf}.
 *
 * @param autoFallthrough whether a call that runs out of priorities ends instead of waiting for
 *     digits
 * @param clearGlobals whether a reload forgets globals that the file does not set
 * @param overrideSwitch the switch that is asked before a context's own extensions
 */
public record DialplanSettings(
    boolean autoFallthrough, boolean clearGlobals, Optional<SwitchLine> overrideSwitch) {

  /** What holds where the file says nothing. */
  public static final DialplanSettings DEFAULT =
      new DialplanSettings(true, false, Optional.empty());

  public DialplanSettings {
    Objects.requireNonNull(overrideSwitch, "overrideSwitch");
  }
}
