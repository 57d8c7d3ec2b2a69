package org.ara.driver.sql.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import org.ara.driver.sql.Place;
import org.ara.driver.sql.Requirements;
import org.ara.driver.sql.schema.Flavour;
import org.ara.driver.sql.server.ServerDatabase;

/** A database of a MySQL or MariaDB server. */
final class MysqlDatabase extends ServerDatabase {

  private final MysqlSettings settings;
  private final MysqlConnector connector;

  MysqlDatabase(MysqlSettings settings) {
    this(
        settings,
        new Place("mysql", settings.section(), settings.where(), MysqlModule.FILE),
        new MysqlConnector(settings));
  }

  private MysqlDatabase(MysqlSettings settings, Place place, MysqlConnector connector) {
    super(
        place,
        new MysqlDialect(),
        connector,
        settings.limits(),
        topics -> MysqlLine.open(connector, place, topics));
    this.settings = settings;
    this.connector = connector;
  }

  MysqlSettings settings() {
    return settings;
  }

  @Override
  public boolean ordersRows() {
    return settings.ordered();
  }

  @Override
  public Requirements requirements() {
    return settings.requirements();
  }

  @Override
  public Connection own() throws SQLException {
    return connector.own();
  }

  @Override
  public Flavour flavour() {
    return Flavour.MYSQL;
  }
}
