package org.ara.driver.sql.server;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.ara.driver.sql.Database;
import org.ara.driver.sql.DatabaseException;
import org.ara.driver.sql.Dialect;
import org.ara.driver.sql.Fault;
import org.ara.driver.sql.Place;
import org.ara.driver.sql.feed.Line;
import org.ara.driver.sql.feed.LineKeeper;
import org.ara.driver.sql.feed.Topics;
import org.ara.realtime.batch.Batcher;
import org.ara.realtime.batch.Usher;
import org.ara.realtime.spi.ChangeFeed;
import org.ara.realtime.spi.ConnectionStatus;

/** A database of a server that is reached over a network, whoever made the server. */
public abstract class ServerDatabase implements Database {

  private final Place place;
  private final Dialect dialect;
  private final Connections connections;
  private final Topics topics = new Topics();
  private final LineKeeper feed;

  /** Opens the connection on which changes are told. */
  @FunctionalInterface
  public interface LineMaker {
    Line open(Topics topics) throws SQLException;
  }

  /** A database that may be away; makes no connection yet. */
  protected ServerDatabase(
      Place place, Dialect dialect, ServerConnector connector, Limits limits, LineMaker line) {
    this.place = place;
    this.dialect = dialect;
    this.connections = new Connections(place, connector, limits);
    this.feed =
        new LineKeeper(
            topics,
            () -> line.open(topics),
            connections.health()::feedLost,
            Thread.ofVirtual().name(place.driver() + "-feed-" + place.section()));
  }

  /** Since when it has been reachable; connects to see if that is not known. */
  public final Optional<Instant> upSince() {
    return connections.upSince();
  }

  @Override
  public final Dialect dialect() {
    return dialect;
  }

  @Override
  public final Place place() {
    return place;
  }

  @Override
  public final Batcher.Limits limits() {
    return connections.batches();
  }

  @Override
  public final ConnectionStatus connections() {
    return connections.status();
  }

  @Override
  public final boolean batches() {
    return true;
  }

  @Override
  public final Usher usher() {
    return connections.usher();
  }

  @Override
  public final <T> T read(Work<T> work) throws SQLException, DatabaseException {
    return connections.run(work);
  }

  @Override
  public final <T> T write(Work<T> work) throws SQLException, DatabaseException {
    return connections.run(work);
  }

  @Override
  public final void confirm(Fault fault) throws DatabaseException {
    connections.confirm(fault);
  }

  @Override
  public final long generation() {
    return connections.generation();
  }

  @Override
  public final Optional<ChangeFeed> changes(String table) {
    return Optional.of(topics.of(table));
  }

  @Override
  public final void close() {
    feed.close();
    connections.close();
  }
}
