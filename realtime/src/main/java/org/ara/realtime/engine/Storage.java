package org.ara.realtime.engine;

import java.util.Optional;
import java.util.function.LongConsumer;
import org.ara.realtime.Mapping;
import org.ara.realtime.Outage;
import org.ara.realtime.batch.BatchStatus;
import org.ara.realtime.cache.Ledger;
import org.ara.realtime.metrics.TableFigures;
import org.ara.realtime.spi.Table;
import org.ara.realtime.status.FeedStatus;
import org.ara.realtime.status.PoolStatus;
import org.jspecify.annotations.Nullable;

/** A table that mappings lead to, with what the engine knows of it. */
final class Storage implements TableFigures, AutoCloseable {

  private final Mapping mapping;
  private final String place;
  private final Table table;
  private final Ledger ledger;
  private final Availability availability;
  private final OwnWrites ownWrites;
  private final TableFeed tableFeed;
  private final Downtime downtime = new Downtime();

  /**
   * A table of a driver.
   *
   * @param mapping the first one that led to it
   * @param table the driver's
   * @param ledger of its changes; shared with tables of that name in other databases, as several
   *     names may lead to one database
   * @param clock the engine's
   * @param feedLag told how long the feed took, in nanoseconds
   */
  Storage(Mapping mapping, Table table, Ledger ledger, Clock clock, LongConsumer feedLag) {
    this.mapping = mapping;
    String words = mapping.driver() + " " + mapping.table();
    this.place = mapping.driver() + "," + mapping.database() + "," + mapping.table();
    this.table = table;
    this.ledger = ledger;
    this.availability = new Availability(words);
    this.ownWrites = new OwnWrites(clock);
    this.tableFeed = new TableFeed(words, table, ledger, clock, feedLag);
  }

  Table table() {
    return table;
  }

  Ledger ledger() {
    return ledger;
  }

  OwnWrites ownWrites() {
    return ownWrites;
  }

  Availability availability() {
    return availability;
  }

  TableFeed tableFeed() {
    return tableFeed;
  }

  /** The first mapping that led to it. */
  Mapping mapping() {
    return mapping;
  }

  /**
   * It was asked something.
   *
   * @param outage null if it answered
   */
  void asked(@Nullable Outage outage) {
    if (outage == null) {
      downtime.reached();
    } else if (outage.kind() == Outage.Kind.UNREACHABLE) {
      downtime.missed();
    }
  }

  @Override
  public BatchStatus lookups() {
    return table.lookups();
  }

  @Override
  public BatchStatus updates() {
    return table.updates();
  }

  @Override
  public Optional<FeedStatus> feed() {
    return tableFeed.status();
  }

  @Override
  public long feedLosses() {
    return tableFeed.losses();
  }

  @Override
  public boolean isAway() {
    return downtime.isAway();
  }

  @Override
  public long outages() {
    return downtime.outages();
  }

  @Override
  public double secondsAway() {
    return downtime.seconds();
  }

  /** What queues before it, and whether it answers. */
  PoolStatus status() {
    Outage away = availability.outage();
    return new PoolStatus(
        place,
        table.lookups(),
        table.updates(),
        table.connections().orElse(null),
        away == null ? "" : away.message());
  }

  @Override
  public void close() {
    tableFeed.leave();
    availability.close();
  }
}
