package org.ara.pbx.dialplan;

import java.util.List;
import org.ara.realtime.Lookup;

/**
 * A dialplan kept elsewhere, named in a {@code switch => Name/data} line: {@code Realtime}.
 * Implementations are published to the core by name.
 */
public interface Switch {

  /** The word before the slash, compared ignoring case. */
  String name();

  /**
   * Looks for a priority or a label of a number.
   *
   * @param query what is asked
   * @return found with the step to run (for CAN_MATCH and MATCH_MORE any matching step), absent, or
   *     unavailable
   */
  Lookup<Step> find(Query query);

  /**
   * The extensions that a number can mean, in the order in which they are tried, for whoever wants
   * to see them; caller conditions are not applied.
   *
   * @param data what stands after the slash of the switch line
   * @param context the context that holds the switch line
   * @param number as dialled; empty for all extensions there are
   * @return found, absent, or unavailable; a switch that cannot tell has none
   */
  default Lookup<List<Extension>> extensions(String data, String context, String number) {
    return new Lookup.Absent<>();
  }

  /**
   * What of the storage is set aside because it cannot be run, one line each.
   *
   * @param data what stands after the slash of the switch line
   * @param context the context that holds the switch line
   * @return found, absent, or unavailable
   */
  default Lookup<List<String>> faults(String data, String context) {
    return new Lookup.Absent<>();
  }

  /**
   * A question to a switch.
   *
   * @param data what stands after the slash of the switch line; may be empty
   * @param context the context that holds the switch line
   * @param extension the dialled number, pure data
   * @param place a priority from 1, or a label
   * @param callerNumber may be empty
   * @param mode which of the three questions; MATCH for a label
   * @param memory what the caller was told before
   */
  record Query(
      String data,
      String context,
      String extension,
      Search.Place place,
      String callerNumber,
      MatchMode mode,
      CallMemory memory) {}
}
