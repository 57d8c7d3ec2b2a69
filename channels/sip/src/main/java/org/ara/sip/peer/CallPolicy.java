package org.ara.sip.peer;

import java.util.Set;
import org.ara.sip.message.Method;

/**
 * What calls from and to a peer may do.
 *
 * @param limit how many it may have at once, both ways together; 0 for any number
 * @param busyLevel from how many on it is shown as busy; 0 for never
 * @param session how its sessions are kept fresh
 * @param transfers whether it may transfer calls
 * @param redirects whether its 3xx may lead anywhere; else to numbers of the dialplan
 * @param silence seconds without media after which a call ends; 0 for never
 * @param heldSilence the same for a call on hold
 * @param keepAlive seconds without media after which a packet is sent; 0 for never
 * @param overlap whether it may go on dialling where a number could be longer
 * @param t1 milliseconds after which an INVITE to it is sent again
 * @param timerB milliseconds after which an INVITE to it is given up
 * @param refused methods in capitals that it does not take, whatever it says
 */
public record CallPolicy(
    int limit,
    int busyLevel,
    SessionPolicy session,
    boolean transfers,
    boolean redirects,
    int silence,
    int heldSilence,
    int keepAlive,
    boolean overlap,
    int t1,
    int timerB,
    Set<String> refused) {

  /** What holds where nothing is configured. */
  public static final CallPolicy USUAL =
      new CallPolicy(0, 0, SessionPolicy.USUAL, true, false, 0, 0, 0, true, 500, 32_000, Set.of());

  public CallPolicy {
    refused = Set.copyOf(refused);
    timerB = Math.max(timerB, 64 * t1);
  }

  /** Whether a request of that method may be sent to it. */
  public boolean takes(Method method) {
    return !refused.contains(method.name());
  }
}
