package org.ara.server.phone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.ara.driver.sql.schema.Flavour;
import org.ara.driver.sql.schema.WellKnownTables;
import org.ara.testkit.mariadb.MariaDatabase;
import org.ara.testkit.mariadb.MariaServer;

class MariaStaticModeTest extends StaticModeContract {

  private final MariaDatabase database =
      MariaServer.shared().createDatabase(new WellKnownTables(Flavour.MYSQL).of("ast_config"));

  @Override
  void prepare(Path etc) throws IOException {
    Files.writeString(
        etc.resolve("res_config_mysql.conf"),
        """
        [general]
        dbhost = 127.0.0.1
        dbport = %d
        dbname = %s
        dbuser = %s
        dbpass = %s
        """
            .formatted(
                database.server().port(),
                database.name(),
                database.server().user(),
                database.server().password()));
  }

  @Override
  String database() {
    return "mysql,general";
  }

  @Override
  Connection connect() throws SQLException {
    return database.connect();
  }
}
