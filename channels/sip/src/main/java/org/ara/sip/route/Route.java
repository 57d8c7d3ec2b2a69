package org.ara.sip.route;

import java.util.List;
import org.ara.sip.transport.Hop;

/** What became of the search for a way. */
public sealed interface Route {

  /**
   * There are ways.
   *
   * @param hops the best first; not empty
   */
  record Open(List<Hop> hops) implements Route {

    public Open {
      hops = List.copyOf(hops);
    }
  }

  /**
   * There is none.
   *
   * @param why for a log
   */
  record Closed(String why) implements Route {}
}
