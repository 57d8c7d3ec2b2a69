package org.ara.driver.sql.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.ara.driver.sql.Database;
import org.ara.driver.sql.DatabaseException;
import org.ara.driver.sql.Dialect;
import org.ara.driver.sql.Fault;
import org.ara.driver.sql.Place;
import org.ara.driver.sql.Requirements;
import org.ara.driver.sql.feed.LineKeeper;
import org.ara.driver.sql.feed.Topics;
import org.ara.driver.sql.schema.Flavour;
import org.ara.driver.sql.server.Connections;
import org.ara.realtime.batch.Batcher;
import org.ara.realtime.batch.Usher;
import org.ara.realtime.spi.ChangeFeed;

/** A database of a MySQL or MariaDB server. */
final class MysqlDatabase implements Database {

  private final MysqlSettings settings;
  private final Place place;
  private final Dialect dialect = new MysqlDialect();
  private final MysqlConnector connector;
  private final Connections connections;
  private final Topics topics = new Topics();
  private final LineKeeper feed;

  MysqlDatabase(MysqlSettings settings) {
    this.settings = settings;
    this.place = new Place("mysql", settings.section(), settings.where(), MysqlModule.FILE);
    this.connector = new MysqlConnector(settings);
    this.connections = new Connections(place, connector, settings.limits());
    this.feed =
        new LineKeeper(
            topics,
            () -> MysqlLine.open(connector, place, topics),
            connections.health()::feedLost,
            Thread.ofVirtual().name("mysql-feed-" + settings.section()));
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
  public Requirements requirements() {
    return settings.requirements();
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
  public Connection own() throws SQLException {
    return connector.own();
  }

  @Override
  public Flavour flavour() {
    return Flavour.MYSQL;
  }

  @Override
  public Optional<ChangeFeed> changes(String table) {
    return Optional.of(topics.of(table));
  }

  @Override
  public void close() {
    feed.close();
    connections.close();
  }
}
