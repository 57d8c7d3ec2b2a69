package org.ara.pbx;

import org.ara.pbx.dialplan.MatchMode;
import org.ara.pbx.dialplan.Step;
import org.ara.realtime.Lookup;
import org.jspecify.annotations.Nullable;

/** The dialplan in force, as the core asks it for one step at a time. */
public interface Routes {

  /**
   * The step at a place.
   *
   * @param where context, number and priority
   * @param callerNumber for {@code exten/cid} entries; may be empty
   * @param mode which question; anything but MATCH is asked about priority 1
   * @param channel whose variables a switch may need, null before there is one
   */
  Lookup<Step> find(Location where, String callerNumber, MatchMode mode, @Nullable Channel channel);

  /**
   * The priority that a label names.
   *
   * @return found, absent where the extension has no such label, or unavailable
   */
  Lookup<Integer> findLabel(
      String context, String extension, String label, String callerNumber, Channel channel);

  /** Whether a call ends, rather than waits for digits, where an extension has no next priority. */
  boolean autofallthrough();
}
