package org.ara.server.phone;

import java.nio.file.Path;
import org.ara.driver.sql.schema.Flavour;
import org.ara.driver.sql.schema.WellKnownTables;
import org.ara.testkit.postgres.PostgresServer;

class PostgresDialplanTest extends RealtimeDialplanContract {

  @Override
  TestServer server(Path home) throws Exception {
    PostgresServer postgres = PostgresServer.shared();
    return TestServer.onPostgres(
        home,
        postgres.createDatabase(
            new WellKnownTables(Flavour.POSTGRESQL).of("sippeers", "extensions")),
        postgres.port());
  }
}
