package org.ara.driver.sql.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.ara.driver.sql.Database;
import org.ara.driver.sql.DatabaseException;
import org.ara.driver.sql.Dialect;
import org.ara.driver.sql.Fault;
import org.ara.driver.sql.Place;
import org.ara.driver.sql.Turns;
import org.ara.driver.sql.feed.LineKeeper;
import org.ara.driver.sql.feed.Topics;
import org.ara.realtime.Columns;
import org.ara.realtime.spi.ChangeFeed;

/**
 * A PostgreSQL database behind a small pool of connections. It may be away when the server starts
 * and go and come back at any time.
 */
final class PostgresDatabase implements Database {

  private final PostgresSettings settings;
  private final Place place;
  private final Dialect dialect = new PostgresDialect();
  private final HikariDataSource pool;
  private final Health health;
  private final Watchdog watchdog;
  private final Turns turns;
  private final ConcurrentMap<String, Columns> shapes = new ConcurrentHashMap<>();
  private final Topics topics = new Topics();
  private final LineKeeper feed;

  PostgresDatabase(PostgresSettings settings) {
    this.settings = settings;
    this.place = new Place("pgsql", settings.section(), settings.where(), "res_pgsql.conf");
    Connector connector = new Connector(settings);
    this.pool = pool(settings, connector);
    this.health = new Health(place, connector);
    this.turns =
        new Turns(place, settings.connections(), settings.maxWaiting(), settings.turnDeadline());
    this.watchdog = new Watchdog(silence(), "pgsql-watchdog-" + settings.section());
    this.feed =
        new LineKeeper(
            topics,
            () -> PostgresLine.open(connector, place, topics),
            health::feedLost,
            Thread.ofVirtual().name("pgsql-feed-" + settings.section()));
  }

  PostgresSettings settings() {
    return settings;
  }

  /** Since when it has been reachable; connects to see if that is not known. */
  Optional<Instant> upSince() {
    try {
      health.requireUp();
    } catch (DatabaseException e) {
      return Optional.empty();
    }
    return health.upSince();
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
  public <T> T read(Work<T> work) throws SQLException, DatabaseException {
    return run(work);
  }

  @Override
  public <T> T write(Work<T> work) throws SQLException, DatabaseException {
    return run(work);
  }

  @Override
  public void confirm(Fault fault) throws DatabaseException {
    pool.getHikariPoolMXBean().softEvictConnections();
    if (fault == Fault.SILENT) {
      health.presumeLost("the server stopped answering; look at it and at the network");
    } else {
      health.confirm();
    }
  }

  @Override
  public Optional<ChangeFeed> changes(String table) {
    return Optional.of(topics.of(table));
  }

  @Override
  public void close() {
    feed.close();
    health.close();
    watchdog.close();
    turns.close();
    pool.close();
  }

  private <T> T run(Work<T> work) throws SQLException, DatabaseException {
    health.requireUp();
    turns.take();
    try (Connection connection = borrow();
        Watchdog.Watch watch = watchdog.over(connection)) {
      return watched(watch, () -> work.run(new PostgresSession(connection, watch, shapes)));
    } finally {
      turns.done();
    }
  }

  private <T> T watched(Watchdog.Watch watch, Watched<T> work)
      throws SQLException, DatabaseException {
    try {
      return work.run();
    } catch (SQLException e) {
      throw watch.broken() ? PostgresDialect.silent(silence()) : e;
    }
  }

  private Duration silence() {
    return settings.statementDeadline().plus(PostgresSettings.GRACE);
  }

  /** There is a connection for every turn, so waiting here means that none could be made. */
  private Connection borrow() throws SQLException, DatabaseException {
    try {
      return pool.getConnection();
    } catch (SQLException e) {
      health.confirm();
      throw e;
    }
  }

  private static HikariDataSource pool(PostgresSettings settings, Connector connector) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("pgsql-" + settings.section());
    config.setDataSource(connector.dataSource());
    config.setMaximumPoolSize(settings.connections());
    config.setMinimumIdle(Math.min(2, settings.connections()));
    config.setConnectionTimeout(Math.max(250, settings.turnDeadline().toMillis()));
    config.setValidationTimeout(Math.max(250, settings.connectDeadline().toMillis()));
    // The pool starts empty and without a server: that is reported by the first operation.
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }

  /** Work on a connection that is watched. */
  @FunctionalInterface
  private interface Watched<T> {
    T run() throws SQLException, DatabaseException;
  }
}
