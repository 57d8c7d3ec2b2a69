package org.ara.sip.call;

import java.util.List;
import org.ara.sip.answer.State;
import org.ara.sip.peer.Endpoint;
import org.ara.sip.route.Router;

/**
 * Where requests outside calls go: to peers by name, to endpoints by what {@code Dial} calls them.
 */
public final class Addressees {

  private final EndpointCallees endpoints;
  private final Router router;

  Addressees(EndpointCallees endpoints, Router router) {
    this.endpoints = endpoints;
    this.router = router;
  }

  /**
   * Where somebody is; blocks while the database is asked.
   *
   * @param name of a peer, or {@code PJSIP/} and whatever Dial takes after it
   */
  public Target of(String name, State state) {
    return name.startsWith(Endpoint.PREFIX)
        ? endpoints.target(name.substring(Endpoint.PREFIX.length()), state)
        : Target.of(name, state.peers(), router);
  }

  /** Every contact of an endpoint that can be reached; blocks while the database is asked. */
  public List<Target.Reachable> contacts(String endpoint, State state) {
    return endpoints.all(endpoint, state);
  }
}
