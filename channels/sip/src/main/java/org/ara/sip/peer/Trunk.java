package org.ara.sip.peer;

/**
 * What a peer is as a provider of calls.
 *
 * @param extension {@code callbackextension}: where its calls go to, for which this server
 *     registers at it; empty if it does not
 */
public record Trunk(String extension) {

  /** Whether this server registers at it. */
  public boolean isRegisteredAt() {
    return !extension.isEmpty();
  }
}
