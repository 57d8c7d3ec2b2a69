package org.ara.driver.sql.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ara.driver.sql.CacheFaultContract;
import org.ara.driver.sql.schema.MysqlTriggers;
import org.ara.module.Module;
import org.ara.testkit.mariadb.MariaDatabase;
import org.ara.testkit.mariadb.MariaServer;

class MysqlCacheTest extends CacheFaultContract {

  private final MariaDatabase real = fresh(MariaServer.shared());

  private static MariaDatabase fresh(MariaServer server) {
    return server.createDatabase(
        Stream.concat(
                Stream.of("ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"),
                PHONES.stream())
            .toList());
  }

  @Override
  protected Module driver() {
    return new MysqlModule();
  }

  @Override
  protected String driverName() {
    return "mysql";
  }

  @Override
  protected String file() {
    return MysqlModule.FILE;
  }

  @Override
  protected List<String> section(int port, String database) {
    return List.of(
        "dbport = " + port,
        "dbname = " + database,
        "dbuser = " + real.server().user(),
        "dbpass = " + real.server().password());
  }

  @Override
  protected int port() {
    return real.server().port();
  }

  @Override
  protected String name() {
    return real.name();
  }

  @Override
  protected Connection connect() throws SQLException {
    return real.connect();
  }

  @Override
  protected OwnServer launch() {
    return own(MariaServer.launchNew());
  }

  @Override
  protected OwnServer launchForTen() {
    return own(MariaServer.launchNew(Map.of("max_connections", "10")));
  }

  private static OwnServer own(MariaServer server) {
    MariaDatabase database = fresh(server);
    return new OwnServer(
        server.port(), database.name(), database::connect, server::kill, server::restart, server);
  }

  @Override
  protected List<String> triggers(String database) {
    return new MysqlTriggers(database, "phones", List.of("name")).install();
  }

  @Override
  protected void lock(Connection connection, Statement statement) throws SQLException {
    statement.execute("LOCK TABLE phones WRITE");
  }
}
