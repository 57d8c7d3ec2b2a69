package org.ara.server.phone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.ara.driver.sql.schema.Flavour;
import org.ara.driver.sql.schema.WellKnownTables;
import org.ara.testkit.postgres.PostgresDatabase;
import org.ara.testkit.postgres.PostgresServer;

class PostgresStaticModeTest extends StaticModeContract {

  private final PostgresDatabase database =
      PostgresServer.shared()
          .createDatabase(new WellKnownTables(Flavour.POSTGRESQL).of("ast_config"));

  @Override
  void prepare(Path etc) throws IOException {
    Files.writeString(
        etc.resolve("res_pgsql.conf"),
        """
        [general]
        dbhost = 127.0.0.1
        dbport = %d
        dbname = %s
        dbuser = %s
        dbpass = unused
        """
            .formatted(database.server().port(), database.name(), database.server().user()));
  }

  @Override
  String database() {
    return "pgsql,general";
  }

  @Override
  Connection connect() throws SQLException {
    return database.connect();
  }
}
