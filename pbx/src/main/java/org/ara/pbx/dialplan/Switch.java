package org.ara.pbx.dialplan;

import org.ara.realtime.Lookup;

/**
 * A dialplan kept elsewhere, named in a {@code switch => Name/data} line: {@code Realtime}.
 * Implementations are published to the core by name.
 */
public interface Switch {

  /** The word before the slash, compared ignoring case. */
  String name();

  /**
   * Looks for a priority of a number.
   *
   * @param query what is asked
   * @return found with the step to run (for CAN_MATCH and MATCH_MORE any matching step), absent, or
   *     unavailable
   */
  Lookup<Step> find(Query query);

  /**
   * A question to a switch.
   *
   * @param data what stands after the slash of the switch line; may be empty
   * @param context the context that holds the switch line
   * @param extension the dialled number, pure data
   * @param priority from 1
   * @param callerNumber may be empty
   * @param mode which of the three questions
   */
  record Query(
      String data,
      String context,
      String extension,
      int priority,
      String callerNumber,
      MatchMode mode) {}
}
