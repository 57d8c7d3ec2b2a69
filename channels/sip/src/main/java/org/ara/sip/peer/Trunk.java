package org.ara.sip.peer;

import org.ara.sip.route.OutboundProxy;

/**
 * What a peer is as a provider of calls.
 *
 * @param extension {@code callbackextension}: where its calls go to, for which this server
 *     registers at it; empty if it does not
 * @param proxy that requests to it go to
 */
public record Trunk(String extension, OutboundProxy proxy) {

  /** Whether this server registers at it. */
  public boolean isRegisteredAt() {
    return !extension.isEmpty();
  }
}
