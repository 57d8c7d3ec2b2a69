package org.ara.driver.sql.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.ara.driver.sql.Database.Work;
import org.ara.driver.sql.DatabaseException;
import org.ara.driver.sql.Fault;
import org.ara.driver.sql.Place;
import org.ara.driver.sql.Turns;
import org.ara.realtime.Columns;

/**
 * The connections to one database of a server: a small pool of them, each lent for one operation,
 * within deadlines. The server may be away at the start and go and come back at any time.
 */
public final class Connections implements AutoCloseable {

  /** The state of a failure that is not the server's: we broke the connection, nothing came. */
  public static final String SILENT = "ARA01";

  private final Limits limits;
  private final HikariDataSource pool;
  private final Health health;
  private final Watchdog watchdog;
  private final Turns turns;
  private final ConcurrentMap<String, Columns> shapes = new ConcurrentHashMap<>();

  /** Makes no connection yet. */
  public Connections(Place place, ServerConnector connector, Limits limits) {
    this.limits = limits;
    this.pool = pool(place, connector, limits);
    this.health = new Health(place, connector);
    this.turns = new Turns(place, limits.connections(), limits.maxWaiting(), limits.turnDeadline());
    this.watchdog = new Watchdog(limits.silence(), place.driver() + "-watchdog-" + place.section());
  }

  /** Whether the server is there. */
  public Health health() {
    return health;
  }

  /** Since when it has been reachable; connects to see if that is not known. */
  public Optional<Instant> upSince() {
    try {
      health.requireUp();
    } catch (DatabaseException e) {
      return Optional.empty();
    }
    return health.upSince();
  }

  /**
   * Does work on a connection.
   *
   * @throws DatabaseException if none could be had in time
   * @throws SQLException what the work threw; with the state {@link #SILENT} if the server did not
   *     answer
   */
  public <T> T run(Work<T> work) throws SQLException, DatabaseException {
    health.requireUp();
    turns.take();
    try (Connection connection = borrow();
        Watchdog.Watch watch = watchdog.over(connection)) {
      return watched(watch, () -> work.run(new ServerSession(connection, watch, shapes)));
    } finally {
      turns.done();
    }
  }

  /**
   * Told that a connection broke or went silent; returns if the server can be reached.
   *
   * @throws DatabaseException if it cannot
   */
  public void confirm(Fault fault) throws DatabaseException {
    pool.getHikariPoolMXBean().softEvictConnections();
    if (fault == Fault.SILENT) {
      health.presumeLost("the server stopped answering; look at it and at the network");
    } else {
      health.confirm();
    }
  }

  @Override
  public void close() {
    health.close();
    watchdog.close();
    turns.close();
    pool.close();
  }

  private <T> T watched(Watchdog.Watch watch, Watched<T> work)
      throws SQLException, DatabaseException {
    try {
      return work.run();
    } catch (SQLException e) {
      throw watch.broken() ? silent(limits.silence()) : e;
    }
  }

  private static SQLException silent(Duration time) {
    return new SQLException("no answer within " + time.toMillis() + " ms", SILENT);
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

  private static HikariDataSource pool(Place place, ServerConnector connector, Limits limits) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(place.driver() + "-" + place.section());
    config.setDataSource(connector.dataSource());
    config.setMaximumPoolSize(limits.connections());
    config.setMinimumIdle(Math.min(2, limits.connections()));
    config.setConnectionTimeout(Math.max(250, limits.turnDeadline().toMillis()));
    config.setValidationTimeout(Math.max(250, limits.connectDeadline().toMillis()));
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
