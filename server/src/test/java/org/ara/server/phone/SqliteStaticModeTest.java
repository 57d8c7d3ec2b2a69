package org.ara.server.phone;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.ara.driver.sql.schema.Flavour;
import org.ara.driver.sql.schema.WellKnownTables;

class SqliteStaticModeTest extends StaticModeContract {

  private String url = "";

  @Override
  void prepare(Path etc) throws SQLException {
    url = "jdbc:sqlite:" + etc.resolveSibling("lib/ara.sqlite3");
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : new WellKnownTables(Flavour.SQLITE).of("ast_config")) {
        statement.execute(sql);
      }
    }
  }

  @Override
  String database() {
    return "sqlite3,ara";
  }

  @Override
  Connection connect() throws SQLException {
    return DriverManager.getConnection(url);
  }
}
