package org.ara.pbx.originate;

import java.time.Duration;
import java.util.Map;
import org.ara.pbx.CallerId;
import org.ara.pbx.Location;

/**
 * A call that the server is to begin.
 *
 * @param technology {@code SIP}
 * @param resource who is called
 * @param callerId what is shown to them
 * @param variables set on the channel, names ready for {@link org.ara.pbx.Variables#set}
 * @param timeout how long it may ring
 * @param then what happens once they have answered
 */
public record Origination(
    String technology,
    String resource,
    CallerId callerId,
    Map<String, String> variables,
    Duration timeout,
    Then then) {

  public Origination {
    variables = Map.copyOf(variables);
  }

  /** What happens to the channel that answered. */
  public sealed interface Then {

    /** It runs the dialplan from there. */
    record Dialplan(Location place) implements Then {}

    /** It runs one application, whose data is taken as it stands. */
    record Application(String name, String data) implements Then {}
  }
}
