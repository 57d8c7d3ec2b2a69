package org.ara.driver.sql.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.ara.driver.sql.Place;
import org.ara.driver.sql.Requirements;
import org.ara.driver.sql.schema.Flavour;
import org.ara.driver.sql.server.ServerDatabase;

/** A PostgreSQL database. */
final class PostgresDatabase extends ServerDatabase {

  private final PostgresSettings settings;
  private final Connector connector;

  PostgresDatabase(PostgresSettings settings) {
    this(
        settings,
        new Place("pgsql", settings.section(), settings.where(), PostgresModule.FILE),
        new Connector(settings));
  }

  private PostgresDatabase(PostgresSettings settings, Place place, Connector connector) {
    super(
        place,
        new PostgresDialect(),
        connector,
        settings.limits(),
        topics -> PostgresLine.open(connector, place, topics));
    this.settings = settings;
    this.connector = connector;
  }

  PostgresSettings settings() {
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
    Connection connection = connector.dataSource().getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET statement_timeout = 0");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public Flavour flavour() {
    return Flavour.POSTGRESQL;
  }
}
