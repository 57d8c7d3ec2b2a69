package org.ara.server.phone;

import java.sql.SQLException;
import java.util.List;
import org.ara.driver.sql.schema.Flavour;
import org.ara.driver.sql.schema.WellKnownTables;

/** The tables of endpoints in a server's database. */
public final class EndpointTables {

  public static final List<String> NAMES =
      List.of(
          "ps_endpoints",
          "ps_auths",
          "ps_aors",
          "ps_contacts",
          "ps_domain_aliases",
          "ps_endpoint_id_ips");

  private EndpointTables() {}

  /** Creates them. */
  public static void create(TestServer server, Flavour flavour) throws SQLException {
    WellKnownTables tables = new WellKnownTables(flavour);
    for (String name : NAMES) {
      for (String statement : tables.of(name)) {
        server.sql(statement);
      }
    }
  }

  /** Inserts an endpoint with a password, {@code secret}, and an address of record of its name. */
  public static void insert(TestServer server, String name, int contacts) throws SQLException {
    server.sql(
        "INSERT INTO ps_auths (id, auth_type, username, password)"
            + " VALUES (?, 'userpass', ?, 'secret')",
        name,
        name);
    server.sql(
        "INSERT INTO ps_aors (id, max_contacts, remove_existing) VALUES (?, "
            + contacts
            + ", 'yes')",
        name);
    server.sql(
        "INSERT INTO ps_endpoints (id, aors, auth, context, disallow, allow)"
            + " VALUES (?, ?, ?, 'phones', 'all', 'ulaw,alaw')",
        name,
        name,
        name);
  }
}
