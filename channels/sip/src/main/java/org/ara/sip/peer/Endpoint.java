package org.ara.sip.peer;

import java.util.List;

/**
 * What a peer is as an endpoint of {@code ps_endpoints}, beyond what every peer is.
 *
 * @param aors the addresses of record that it may register and is reached at, in order
 * @param named whether requests may be recognized as its by the user in From ({@code identify_by})
 * @param realm in which its password is asked for; empty for the usual one
 * @param rewrites whether its contacts are put where its requests come from ({@code
 *     rewrite_contact})
 */
public record Endpoint(List<String> aors, boolean named, String realm, boolean rewrites) {

  /** What its channels and devices are named by. */
  public static final String TECHNOLOGY = "PJSIP";

  /** What the names of their devices, and what Dial calls them, begin with. */
  public static final String PREFIX = TECHNOLOGY + '/';

  public Endpoint {
    aors = List.copyOf(aors);
  }
}
