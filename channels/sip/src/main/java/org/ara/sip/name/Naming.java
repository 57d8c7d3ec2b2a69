package org.ara.sip.name;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * How names are looked up.
 *
 * @param services whether a host without a port may be a domain, whose servers are found by NAPTR
 *     and SRV records (RFC 3263)
 * @param servers the name servers, resolved, asked in this order; those of the system where empty
 */
public record Naming(boolean services, List<InetSocketAddress> servers) {

  /** What holds where nothing is configured. */
  public static final Naming USUAL = new Naming(true, List.of());

  public Naming {
    servers = List.copyOf(servers);
  }
}
