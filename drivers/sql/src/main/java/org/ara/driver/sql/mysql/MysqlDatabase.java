package org.ara.driver.sql.mysql;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.ara.driver.sql.Database;
import org.ara.driver.sql.DatabaseException;
import org.ara.driver.sql.Dialect;
import org.ara.driver.sql.Fault;
import org.ara.driver.sql.Place;
import org.ara.driver.sql.server.Connections;
import org.ara.realtime.batch.Batcher;
import org.ara.realtime.batch.Usher;

/** A database of a MySQL or MariaDB server. */
final class MysqlDatabase implements Database {

  private final MysqlSettings settings;
  private final Place place;
  private final Dialect dialect = new MysqlDialect();
  private final Connections connections;

  MysqlDatabase(MysqlSettings settings) {
    this.settings = settings;
    this.place = new Place("mysql", settings.section(), settings.where(), MysqlModule.FILE);
    this.connections = new Connections(place, new MysqlConnector(settings), settings.limits());
  }

  MysqlSettings settings() {
    return settings;
  }

  /** Since when it has been reachable; connects to see if that is not known. */
  Optional<Instant> upSince() {
    return connections.upSince();
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public Place place() {
    return place;
  }

  @Override
  public boolean ordersRows() {
    return settings.ordered();
  }

  @Override
  public Batcher.Limits limits() {
    return connections.batches();
  }

  @Override
  public boolean batches() {
    return true;
  }

  @Override
  public Usher usher() {
    return connections.usher();
  }

  @Override
  public <T> T read(Work<T> work) throws SQLException, DatabaseException {
    return connections.run(work);
  }

  @Override
  public <T> T write(Work<T> work) throws SQLException, DatabaseException {
    return connections.run(work);
  }

  @Override
  public void confirm(Fault fault) throws DatabaseException {
    connections.confirm(fault);
  }

  @Override
  public void close() {
    connections.close();
  }
}
