package org.ara.sip.endpoint;

/**
 * The families that the objects of an endpoint are rows of.
 *
 * @param endpoint of endpoints
 * @param auth of passwords
 * @param aor of addresses of record
 * @param contact of registrations
 * @param alias of domains that are other names of a domain
 * @param identify of addresses that endpoints are recognized by
 */
public record Families(
    String endpoint, String auth, String aor, String contact, String alias, String identify) {

  /** What they are called where nothing else is configured. */
  public static final Families USUAL =
      new Families(
          "ps_endpoints",
          "ps_auths",
          "ps_aors",
          "ps_contacts",
          "ps_domain_aliases",
          "ps_endpoint_id_ips");
}
