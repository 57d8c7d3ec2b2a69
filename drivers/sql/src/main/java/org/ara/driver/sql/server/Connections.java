package org.ara.driver.sql.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.ara.driver.sql.Database.Work;
import org.ara.driver.sql.DatabaseException;
import org.ara.driver.sql.Fault;
import org.ara.driver.sql.Place;
import org.ara.driver.sql.Turns;
import org.ara.realtime.Outage;
import org.ara.realtime.batch.Batcher;
import org.ara.realtime.batch.Usher;
import org.ara.realtime.spi.ConnectionStatus;

/**
 * The connections to one database of a server: a small pool of them, each lent for one operation,
 * within deadlines. The server may be away at the start and go and come back at any time.
 */
public final class Connections implements AutoCloseable {

  /** The state of a failure that is not the server's: we broke the connection, nothing came. */
  public static final String SILENT = "ARA01";

  private static final int MOST_IN_BATCH = 512;

  private final Place place;
  private final Limits limits;
  private final PatientDataSource source;
  private final HikariDataSource pool;
  private final Health health;
  private final Watchdog watchdog;
  private final Turns turns;
  private final Sessions sessions = new Sessions(this::connect, this::isSomebodyWaiting);
  private final Usher usher;
  private final Optional<ServerConnector.Unhurried> unhurried;

  /** Makes no connection yet. */
  public Connections(Place place, ServerConnector connector, Limits limits) {
    this.limits = limits;
    this.unhurried = connector.unhurried();
    this.health = new Health(place, connector);
    this.place = place;
    this.source = new PatientDataSource(connector.dataSource(), health);
    this.pool = pool(place, source, limits);
    this.turns = new Turns(place, limits.connections(), limits.maxWaiting(), limits.turnDeadline());
    this.watchdog =
        new Watchdog(
            limits.silence(), place.driver() + "-watchdog-" + place.section(), sessions::cool);
    this.usher = new Usher(place.driver() + "-usher-" + place.section());
  }

  /** How many operations of one sort may be under way. */
  public Batcher.Limits batches() {
    return new Batcher.Limits(
        limits.connections(), MOST_IN_BATCH, limits.maxWaiting(), limits.turnDeadline());
  }

  /** What they do at this moment. */
  public ConnectionStatus status() {
    int open = pool.getHikariPoolMXBean().getTotalConnections();
    return new ConnectionStatus(
        place.driver() + " " + place.section(),
        open,
        Math.min(open, turns.taken()),
        limits.connections(),
        turns.waiting(),
        turns.waitingMillis(),
        source.opened(),
        source.failed());
  }

  /** How many connections were made so far. */
  public long generation() {
    return source.opened();
  }

  /** Looks after what waits for these connections. */
  public Usher usher() {
    return usher;
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
    try {
      Sessions.Lent lent = borrow();
      try {
        return work.run(lent.session());
      } catch (SQLException e) {
        throw lent.session().broken() ? silent(limits.silence()) : e;
      } finally {
        sessions.giveBack(lent);
      }
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
    sessions.forget();
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
    usher.close();
    sessions.close();
    turns.close();
    pool.close();
  }

  private static SQLException silent(Duration time) {
    return new SQLException("no answer within " + time.toMillis() + " ms", SILENT);
  }

  /**
   * There is a connection for every turn, so who waits here in vain was not granted one by the
   * server; which is away if it grants none at all.
   */
  private Sessions.Lent borrow() throws SQLException, DatabaseException {
    try {
      return sessions.take();
    } catch (SQLException e) {
      if (pool.getHikariPoolMXBean().getTotalConnections() == 0) {
        health.confirm();
      }
      throw noneInTime(e);
    }
  }

  private DatabaseException noneInTime(SQLException e) {
    return new DatabaseException(
        Fault.LOST,
        new Outage(
            Outage.Kind.OVERLOADED,
            place
                + ": the server can be reached, but no connection was to be had in time: "
                + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
                + " (look at the server's load and at how many connections it allows)"));
  }

  private boolean isSomebodyWaiting() {
    return pool.getHikariPoolMXBean().getThreadsAwaitingConnection() > 0;
  }

  private ServerSession connect() throws SQLException {
    Connection connection = pool.getConnection();
    return new ServerSession(connection, watchdog.over(connection), unhurried);
  }

  private static HikariDataSource pool(Place place, DataSource source, Limits limits) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(place.driver() + "-" + place.section());
    config.setDataSource(source);
    config.setMaximumPoolSize(limits.connections());
    config.setMinimumIdle(Math.min(2, limits.connections()));
    config.setConnectionTimeout(Math.max(250, limits.turnDeadline().toMillis()));
    config.setValidationTimeout(Math.max(250, limits.connectDeadline().toMillis()));
    // The pool starts empty and without a server: that is reported by the first operation.
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }
}
